package dev.holdfast.ledgerapi.server;

import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.Bodies;
import dev.holdfast.ledgerapi.testing.RawCaller;
import dev.holdfast.ledgerapi.testing.RunningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

class SlowCallerIT {

    private static final int CONNECTIONS = 8;

    @RegisterExtension
    static final RunningApi API = RunningApi.start(new ApiLimits(
            64 * 1024,
            CONNECTIONS,
            Duration.ofSeconds(5),
            Duration.ofMillis(400),
            Duration.ofMillis(800),
            Duration.ofSeconds(5)));

    private static final String DEBIT = "/v1/ledger/debit_balance";

    private final ApiClient tenant = API.newTenant();

    @Test
    void answersABodyThatDoesNotComeWith408() {
        try (RawCaller caller = new RawCaller(API.port())) {
            caller.send(RawCaller.head(DEBIT, tenant.key(), "Content-Length: 100\r\n") + "{");

            assertThat(caller.readAnswer()).startsWith("HTTP/1.1 408").contains("request_timeout");
            assertThat(caller.isClosedByServer()).isTrue();
        }
    }

    @Test
    void answersABodyThatTricklesWith408() {
        try (RawCaller caller = new RawCaller(API.port())) {
            caller.send(RawCaller.head(DEBIT, tenant.key(), "Content-Length: 100\r\n"));
            for (int i = 0; i < 20; i++) {
                caller.send("{");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }

            assertThat(caller.readAnswer()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void closesASilentConnection() {
        try (RawCaller caller = new RawCaller(API.port())) {
            assertThat(caller.isClosedByServer()).isTrue();
        }
    }

    @Test
    void closesAConnectionWhoseHeadTrickles() {
        try (RawCaller caller = new RawCaller(API.port())) {
            caller.send("GET / HTTP/1.1\r\nX: ");
            for (int i = 0; i < 15; i++) {
                caller.send("a");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }

            assertThat(caller.isClosedByServer()).isTrue();
        }
    }

    @Test
    void forgetsARequestWhoseCallerIsCutOffInTheBody() {
        try (RawCaller caller = new RawCaller(API.port())) {
            String body = Bodies.operation("acc", "1");
            caller.send(RawCaller.head(DEBIT, tenant.key(), "Content-Length: " + (body.length() + 1) + "\r\n") + body);
        }

        awaitInFlight(0);
    }

    @Test
    void closesConnectionsBeyondTheLimit() {
        List<RawCaller> callers = new ArrayList<>();
        try {
            int refused = 0;
            for (int i = 0; i < CONNECTIONS + 4; i++) {
                RawCaller caller = new RawCaller(API.port());
                callers.add(caller);
                String answer = caller.send("GET /docs/page.css HTTP/1.1\r\nHost: a\r\n\r\n")
                        .readAnswer();
                refused += answer.isEmpty() ? 1 : 0;
            }
            // Other tests of this class may have left up to four connections that are just being closed.
            assertThat(refused).isBetween(4, 8);
        } finally {
            callers.forEach(RawCaller::close);
        }
    }

    private static void awaitInFlight(double expected) {
        for (int i = 0; i < 200 && inFlight() != expected; i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertThat(inFlight()).isEqualTo(expected);
    }

    private static double inFlight() {
        return API.meters()
                .get("holdfast.http.server.requests.in.flight")
                .gauge()
                .value();
    }
}
