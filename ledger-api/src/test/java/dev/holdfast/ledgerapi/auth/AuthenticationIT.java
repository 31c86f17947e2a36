package dev.holdfast.ledgerapi.auth;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.holdfast.ledgerapi.contract.Endpoint;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.Bodies;
import dev.holdfast.ledgerapi.testing.RawCaller;
import dev.holdfast.ledgerapi.testing.RunningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class AuthenticationIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private static final String TRIAL_BALANCE = "/v1/ledger/trial_balance";

    private final ApiClient tenant = API.newTenant();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REQUEST_TOKEN")
    void asksForAKeyEverywhereButWhereItIsPublic(Endpoint endpoint) {
        String path = endpoint.template().replaceAll("\\{[a-z_]+}", "page.css");
        Reply reply = tenant.send(tenant.anonymous(path)
                .method(
                        endpoint.method(),
                        endpoint.takesBody() ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(endpoint.isPublic() ? 200 : 401);
        if (!endpoint.isPublic()) {
            assertThat(reply.json().get("error_code").textValue()).isEqualTo("unauthorized");
            assertThat(reply.header("WWW-Authenticate")).isEqualTo("ApiKey");
        }
    }

    @Test
    void refusesKeysThatAreNotKnown() {
        for (String key :
                List.of("unknown", tenant.key() + "x", tenant.key().toUpperCase(Locale.ROOT), "k".repeat(300))) {
            assertThat(tenant.send(tenant.anonymous(TRIAL_BALANCE)
                                    .header("X-API-Key", key)
                                    .GET())
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void refusesTwoKeysAtOnce() {
        try (RawCaller caller = new RawCaller(API.port())) {
            String header = "X-API-Key: " + tenant.key() + "\r\n";
            caller.send("GET " + TRIAL_BALANCE + " HTTP/1.1\r\nHost: a\r\n" + header + header + "\r\n");

            assertThat(caller.readAnswer()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void refusesBeforeItReadsTheBody() {
        try (RawCaller caller = new RawCaller(API.port())) {
            caller.send(RawCaller.head("/v1/ledger/debit_balance", "unknown", "Content-Length: 1000\r\n"));

            assertThat(caller.readAnswer()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void takesEveryLiveKeyOfATenantAndNoRevokedOne() {
        String second = "key-" + UUID.randomUUID();
        RunningApi.await(API.engine().tenants().addKey(tenant.tenant(), second));

        assertThat(statusWith(second)).isEqualTo(200);
        assertThat(statusWith(tenant.key())).isEqualTo(200);
        RunningApi.await(API.engine().tenants().revokeKey(tenant.key()));
        assertThat(statusWith(tenant.key())).isEqualTo(401);
        assertThat(statusWith(second)).isEqualTo(200);
    }

    @Test
    void showsNoTenantTheAccountsOfAnother() {
        String ref = tenant.openAccount("100.00");
        tenant.post("/v1/ledger/hold_balance", Bodies.operation(ref, "10"));
        ApiClient stranger = API.newTenant();
        String account = "/v1/ledger/accounts/" + ref;

        for (String path : List.of(
                account, account + "/entries", account + "/holds", account + "/balance?at=2030-01-01T00:00:00Z")) {
            assertThat(stranger.get(path).json().get("error_code").textValue())
                    .as(path)
                    .isEqualTo("account_not_found");
        }
        assertThat(stranger.patch(account, "{\"status\":\"inactive\"}").status())
                .isEqualTo(404);
        assertThat(stranger.get("/v1/ledger/transactions/tx-1").status()).isEqualTo(404);
        assertThat(stranger.get(TRIAL_BALANCE).text()).isEqualTo("{\"data\":[]}");
        assertThat(stranger.post("/v1/ledger/debit_balance", Bodies.operation(ref, "1"))
                        .text())
                .contains("account_not_found");
        assertThat(stranger.post(account + "/deposits", Bodies.transfer("k", "1", "PHP"))
                        .text())
                .contains("account_not_found");
        assertThat(tenant.get(account).text()).contains("90.00").contains("\"active\"");
    }

    @Test
    void writesNoKeyToTheLog() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level usual = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);
        try {
            String ref = tenant.openAccount("1.00");
            tenant.post("/v1/ledger/debit_balance", Bodies.operation(ref, "2"));
            tenant.post("/v1/ledger/debit_balance", "{");
            statusWith("secret-" + tenant.key());
            try (RawCaller caller = new RawCaller(API.port())) {
                caller.send("bad " + tenant.key() + "\r\nX-API-Key: " + tenant.key() + "\r\n\r\n")
                        .readAnswer();
            }
        } finally {
            root.setLevel(usual);
            root.detachAppender(log);
        }

        assertThat(List.copyOf(log.list))
                .isNotEmpty()
                .noneMatch(event -> event.getFormattedMessage().contains(tenant.key()));
    }

    private int statusWith(String key) {
        return tenant.send(
                        tenant.anonymous(TRIAL_BALANCE).header("X-API-Key", key).GET())
                .status();
    }
}
