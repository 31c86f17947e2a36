package dev.holdfast.ledgerapi.fuzz;

import dev.holdfast.ledgerapi.contract.Endpoint;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.Bodies;
import dev.holdfast.ledgerapi.testing.RawCaller;
import dev.holdfast.ledgerapi.testing.RunningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Hostile bodies and bytes: never a 5xx, never a hang, and nothing is written that was not answered with success. */
class HttpFuzzIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    /** Give {@code -Dholdfast.fuzz.seed=N} to repeat a run. */
    private static final long SEED = Long.getLong("holdfast.fuzz.seed", System.nanoTime());

    private static final int ROUNDS = 1500;

    private static final List<Endpoint> ENDPOINTS = Arrays.stream(Endpoint.values())
            .filter(endpoint -> endpoint.takesBody() && !endpoint.takesForm())
            .toList();

    private final Mutations mutations = new Mutations(SEED);
    private final ApiClient tenant = API.newTenant();
    private String account = "";
    private RawCaller caller = new RawCaller(API.port());

    @BeforeEach
    void openAccount() {
        System.out.println("holdfast.fuzz.seed=" + SEED);
        account = tenant.openAccount("1000000.00");
    }

    @AfterEach
    void disconnect() {
        caller.close();
    }

    @Test
    void refusesEveryBodyThatCannotBeValid() {
        long before = rows();
        for (int i = 0; i < ROUNDS; i++) {
            Endpoint endpoint = ENDPOINTS.get(mutations.below(ENDPOINTS.size()));
            byte[] body =
                    switch (i % 5) {
                        case 0 -> mutations.truncated(bodyOf(endpoint));
                        case 1 -> mutations.withDuplicateMember(bodyOf(endpoint));
                        case 2 -> mutations.withBadUtf8(bodyOf(endpoint));
                        case 3 -> mutations.nested();
                        default -> mutations.randomBytes();
                    };
            String answer = post(endpoint, body);

            assertThat(RawCaller.statusOf(answer))
                    .as(describe(endpoint, body, answer))
                    .isEqualTo(400);
            assertThat(answer).contains("\"validation_error\"").containsIgnoringCase("request-id: ");
        }

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void writesOneRowPerSuccessAndNoneOtherwise() {
        long before = rows();
        long successes = 0;
        for (int i = 0; i < ROUNDS * 2; i++) {
            Endpoint endpoint = ENDPOINTS.get(mutations.below(ENDPOINTS.size()));
            byte[] body = mutations.changed(bodyOf(endpoint));
            String answer = post(endpoint, body);
            int status = RawCaller.statusOf(answer);

            assertThat(status).as(describe(endpoint, body, answer)).isBetween(200, 499);
            boolean replayed = answer.contains("Idempotency-Replayed");
            successes += status < 300 && endpoint != Endpoint.CHANGE_ACCOUNT && !replayed ? 1 : 0;
        }

        assertThat(rows() - before).isEqualTo(successes);
    }

    @Test
    void writesNothingForACallerThatIsCutOff() {
        long before = rows();
        for (int i = 0; i < 200; i++) {
            Endpoint endpoint = ENDPOINTS.get(mutations.below(ENDPOINTS.size()));
            byte[] body = bodyOf(endpoint).getBytes(StandardCharsets.UTF_8);
            byte[] sent = Arrays.copyOf(body, mutations.below(body.length));
            try (RawCaller cut = new RawCaller(API.port())) {
                String head = RawCaller.head(pathOf(endpoint), tenant.key(), "Content-Length: " + body.length + "\r\n");
                cut.send(head).send(sent).finish();

                assertThat(RawCaller.statusOf(cut.readAnswer())).isLessThan(500);
            }
        }

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void survivesBytesThatAreNotHttp() {
        long before = rows();
        for (int i = 0; i < 200; i++) {
            try (RawCaller stranger = new RawCaller(API.port())) {
                stranger.send(mutations.randomBytes()).send("\r\n\r\n").finish();

                assertThat(RawCaller.statusOf(stranger.readAnswer())).isLessThan(500);
            }
        }

        assertThat(rows()).isEqualTo(before);
        assertThat(tenant.get("/v1/ledger/accounts/" + account).status()).isEqualTo(200);
    }

    private String post(Endpoint endpoint, byte[] body) {
        String head = RawCaller.head(pathOf(endpoint), tenant.key(), "Content-Length: " + body.length + "\r\n")
                .replaceFirst("POST", endpoint.method());
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        String answer = caller.send(whole).readAnswer();
        if (answer.isEmpty() || answer.toLowerCase(Locale.ROOT).contains("connection: close")) {
            caller.close();
            caller = new RawCaller(API.port());
        }
        return answer;
    }

    private String pathOf(Endpoint endpoint) {
        return endpoint.template().replace("{tenant_account_ref}", account);
    }

    private String bodyOf(Endpoint endpoint) {
        String key = UUID.randomUUID().toString();
        return switch (endpoint) {
            case OPEN_ACCOUNT -> Bodies.opening(key, "PHP");
            case CHANGE_ACCOUNT -> "{\"status\":\"active\",\"credit_limit\":{\"value\":1.00,\"currency\":\"PHP\"}}";
            case DEPOSIT, WITHDRAW -> Bodies.transfer(key, "1.25", "PHP");
            case DEBIT_BALANCE, CREDIT_BALANCE, HOLD_BALANCE -> Bodies.operation(account, key, "1.25", "");
            default -> Bodies.operation(account, key, "1.25", Bodies.member("tenant_hold_balance_ref", key));
        };
    }

    /** Whatever a request can leave behind: entries, refusals, accounts. */
    private static long rows() {
        return Long.parseLong(API.database()
                .queryText("SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM refusal)"
                        + " + (SELECT count(*) FROM account)"));
    }

    private static String describe(Endpoint endpoint, byte[] body, String answer) {
        return "seed %d, %s%n%s%n%s".formatted(SEED, endpoint, new String(body, StandardCharsets.ISO_8859_1), answer);
    }
}
