package dev.holdfast.ledgerapi.server;

import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.Bodies;
import dev.holdfast.ledgerapi.testing.RawCaller;
import dev.holdfast.ledgerapi.testing.RunningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorAnswersIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private static final String DEBIT = "/v1/ledger/debit_balance";
    private static final int LIMIT = ApiLimits.DEFAULTS.bodyBytes();

    private final ApiClient tenant = API.newTenant();

    @Test
    void answersAnUnknownPathWith404() {
        assertError(tenant.get("/v1/ledger/nothing"), 404, "not_found");
        assertError(tenant.send(tenant.anonymous("/").GET()), 404, "not_found");
    }

    @Test
    void answersAnUnknownMethodWith405AndTheKnownOnes() {
        Reply reply = tenant.send(tenant.request("/v1/ledger/accounts/a").DELETE());

        assertError(reply, 405, "method_not_allowed");
        assertThat(reply.header("Allow")).isEqualTo("GET, PATCH");
        assertError(tenant.get(DEBIT), 405, "method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "application/json-seq", "", "application/jsonx; charset=utf-8"})
    void answersAnotherContentTypeWith415(String type) {
        Reply reply = tenant.send(
                tenant.request(DEBIT).setHeader("Content-Type", type).POST(BodyPublishers.ofString("{}")));

        assertError(reply, 415, "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON", "application/json ;x=y"})
    void takesJsonHoweverItIsWritten(String type) {
        Reply reply = tenant.send(
                tenant.request(DEBIT).setHeader("Content-Type", type).POST(BodyPublishers.ofString("{}")));

        assertError(reply, 400, "validation_error");
    }

    @Test
    void takesABodyWithoutAContentType() {
        try (RawCaller caller = new RawCaller(API.port())) {
            caller.send("POST " + DEBIT + " HTTP/1.1\r\nHost: a\r\nX-API-Key: " + tenant.key()
                    + "\r\nContent-Length: 2\r\n\r\n{}");

            assertThat(caller.readAnswer()).startsWith("HTTP/1.1 400").contains("validation_error");
        }
    }

    @Test
    void answersATooLargeBodyWith413AndClosesTheConnection() {
        byte[] large = new byte[LIMIT + 1];
        try (RawCaller caller = new RawCaller(API.port())) {
            assertThat(caller.post(DEBIT, tenant.key(), large).readAnswer())
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("connection: close")
                    .contains("payload_too_large");
            assertThat(caller.isClosedByServer()).isTrue();
        }
    }

    @Test
    void answersATooLargeChunkedBodyWith413() {
        try (RawCaller caller = new RawCaller(API.port())) {
            caller.send(RawCaller.head(DEBIT, tenant.key(), "Transfer-Encoding: chunked\r\n"));
            for (int sent = 0; sent <= LIMIT; sent += 4096) {
                caller.send("1000\r\n" + "x".repeat(4096) + "\r\n");
            }

            assertThat(caller.send("0\r\n\r\n").readAnswer())
                    .startsWith("HTTP/1.1 413")
                    .contains("payload_too_large");
            assertThat(caller.isClosedByServer()).isTrue();
        }
    }

    @Test
    void takesABodyOfExactlyTheLimit() {
        String body = Bodies.operation("acc", "1");
        String padded = body + " ".repeat(LIMIT - body.length());

        assertThat(tenant.post(DEBIT, padded).json().get("error").get("code").textValue())
                .isEqualTo("account_not_found");
        assertThat(tenant.post(DEBIT, padded + " ").status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/ledger/accounts/one/../two/deposits",
                "/v1/ledger/accounts/one/%2e%2e/two/deposits",
                "//v1//ledger/accounts/./two/deposits"
            })
    void actsOnTheAccountThatThePathWasRoutedBy(String path) {
        tenant.post("/v1/ledger/accounts", Bodies.opening("one", "PHP"));
        tenant.post("/v1/ledger/accounts", Bodies.opening("two", "PHP"));
        String body = "{\"idempotency_key\":\"" + path.replace('/', '-')
                + "\",\"amount\":{\"value\":1.00,\"currency\":\"PHP\"}}";
        try (RawCaller caller = new RawCaller(API.port())) {
            caller.send("POST " + path + " HTTP/1.1\r\nHost: a\r\nX-API-Key: " + tenant.key() + "\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body);

            assertThat(caller.readAnswer()).startsWith("HTTP/1.1 200");
        }
        assertThat(tenant.get("/v1/ledger/accounts/one/entries").json().get("data"))
                .isEmpty();
        assertThat(tenant.get("/v1/ledger/accounts/two/entries").json().get("data"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/ledger/accounts/%zz, path",
        "/v1/ledger/accounts/%ff, tenant_account_ref",
        "/v1/ledger/accounts/a%00b, tenant_account_ref",
        "/v1/ledger/transactions/%, path",
        "/v1/ledger/trial_balance?x=%, query"
    })
    void answersABadlyEncodedPathWith400(String path, String param) {
        try (RawCaller caller = new RawCaller(API.port())) {
            caller.send("GET " + path + " HTTP/1.1\r\nHost: a\r\nX-API-Key: " + tenant.key() + "\r\n\r\n");

            assertThat(caller.readAnswer()).startsWith("HTTP/1.1 400").contains("\"param\":\"" + param + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET  HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /v1/ledger/debit_balance HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "POST /v1/ledger/debit_balance HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST /v1/ledger/debit_balance HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
                "\u0000\u0001\u0002\r\n\r\n"
            })
    void survivesWhatIsNotHttp(String bytes) {
        try (RawCaller caller = new RawCaller(API.port())) {
            int status = RawCaller.statusOf(caller.send(bytes).finish().readAnswer());

            assertThat(status).isLessThan(500);
        }
    }

    @Test
    void answersATooLongRequestLineAndTooManyHeaders() {
        for (String head : List.of(
                "GET /" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n")) {
            try (RawCaller caller = new RawCaller(API.port())) {
                assertThat(caller.send(head).readAnswer())
                        .contains(" 400 ")
                        .containsIgnoringCase("request-id:")
                        .contains("validation_error");
            }
        }
    }

    @Test
    void repeatsASafeRequestIdAndReplacesOthers() {
        Map<String, Boolean> kept =
                Map.of("a-B_9.x", true, "a".repeat(64), true, "a".repeat(65), false, "a b", false, "caf\u00e9", false);

        kept.forEach((id, same) -> {
            try (RawCaller caller = new RawCaller(API.port())) {
                String request = "GET / HTTP/1.1\r\nHost: a\r\nRequest-Id: " + id + "\r\n\r\n";
                String answer = caller.send(request.getBytes(StandardCharsets.ISO_8859_1))
                        .readAnswer();
                assertThat(answer.contains("Request-Id: " + id + "\r\n")).isEqualTo(same);
                assertThat(answer).containsPattern("Request-Id: [A-Za-z0-9._-]{1,64}\r\n");
            }
        });
    }

    @Test
    void namesEveryRequestDifferently() {
        assertThat(tenant.get("/").header("Request-Id"))
                .isNotEqualTo(tenant.get("/").header("Request-Id"));
    }

    @Test
    void keepsTheConnectionWhenItRefusesAWholeBody() {
        try (RawCaller caller = new RawCaller(API.port())) {
            for (int i = 0; i < 3; i++) {
                assertThat(caller.post(DEBIT, tenant.key(), "{".getBytes(StandardCharsets.UTF_8))
                                .readAnswer())
                        .startsWith("HTTP/1.1 400")
                        .doesNotContainIgnoringCase("connection: close");
            }
        }
    }

    @Test
    void servesRequestsThatArrivePipelined() {
        try (RawCaller caller = new RawCaller(API.port())) {
            String get = "GET /v1/ledger/trial_balance HTTP/1.1\r\nHost: a\r\nX-API-Key: " + tenant.key() + "\r\n\r\n";
            caller.send(get + get + get);

            for (int i = 0; i < 3; i++) {
                assertThat(caller.readAnswer()).startsWith("HTTP/1.1 200").endsWith("{\"data\":[]}");
            }
        }
    }

    private static void assertError(Reply reply, int status, String code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("Request-Id")).isNotEmpty();
        assertThat(reply.json().get("error_code").textValue()).isEqualTo(code);
        assertThat(reply.json().get("message").textValue()).isNotBlank();
        assertThat(reply.json().get("details").isArray()).isTrue();
    }
}
