package dev.holdfast.ledgerapi.server;

import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.Bodies;
import dev.holdfast.ledgerapi.testing.RawCaller;
import dev.holdfast.ledgerapi.testing.RunningApi;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class ShutdownIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private final ApiClient tenant = API.newTenant();

    @Test
    void answersWhatIsInFlightAndTakesNothingNew() throws SQLException {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ApiServer server =
                RunningApi.await(ApiServer.start(API.vertx(), API.engine(), meters, ApiOptions.on("127.0.0.1", 0)));
        String account = tenant.openAccount("100.00");
        try (Connection blocker = API.database().connect();
                Statement statement = blocker.createStatement();
                RawCaller caller = new RawCaller(server.port());
                RawCaller idle = new RawCaller(server.port())) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE balance IN ACCESS EXCLUSIVE MODE");
            caller.post(
                    "/v1/ledger/debit_balance",
                    tenant.key(),
                    Bodies.operation(account, "1").getBytes(StandardCharsets.UTF_8));
            awaitInFlight(meters);

            Future<Void> closed = server.close();

            assertThat(idle.isClosedByServer()).isTrue();
            assertThat(closed.isComplete()).isFalse();
            blocker.rollback();
            assertThat(caller.readAnswer()).startsWith("HTTP/1.1 200").contains("99.00");
            RunningApi.await(closed);
            assertThatIOException()
                    .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), server.port()).close());
        }
    }

    @Test
    void usesEveryInstance() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ApiServer one = RunningApi.await(ApiServer.start(API.vertx(), API.engine(), meters, options(2)));
        ApiServer two = RunningApi.await(ApiServer.start(API.vertx(), API.engine(), meters, options(1)));

        assertThat(one.port()).isNotEqualTo(two.port()).isPositive();
        for (int i = 0; i < 4; i++) {
            try (RawCaller caller = new RawCaller(one.port())) {
                assertThat(caller.send("GET /docs HTTP/1.1\r\nHost: a\r\n\r\n").readAnswer())
                        .startsWith("HTTP/1.1 200");
            }
        }
        RunningApi.await(one.close());
        RunningApi.await(two.close());
    }

    private static ApiOptions options(int instances) {
        return new ApiOptions("127.0.0.1", 0, ApiOptions.DEFAULT_API_KEY_HEADER, instances, ApiLimits.DEFAULTS);
    }

    private static void awaitInFlight(SimpleMeterRegistry meters) {
        for (int i = 0; i < 500; i++) {
            if (meters.get("holdfast.http.server.requests.in.flight").gauge().value() > 0) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        throw new AssertionError("the request did not arrive");
    }
}
