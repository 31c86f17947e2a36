package dev.holdfast.ops.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Opens and shows accounts over HTTP. */
public final class AccountClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

    /** Amounts stay as they were written: 100.00 is not 1E+2. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final Door door;

    /**
     * How to get in.
     *
     * @param url of the server, without a path
     * @param keyHeader the header that carries the key
     * @param key never shown
     */
    public record Door(URI url, String keyHeader, String key) {
        @Override
        public String toString() {
            return url.toString();
        }
    }

    public AccountClient(Door door) {
        this.door = door;
    }

    /**
     * Opens an account, or finds that it has been opened in the same way before.
     *
     * @throws ApiRefusal if the server refuses
     */
    public void open(String ref, String currency, @Nullable BigDecimal creditLimit) {
        ObjectNode body = JSON.createObjectNode();
        body.put("tenant_account_ref", ref);
        body.put("currency", currency);
        if (creditLimit != null) {
            putAmount(body, "credit_limit", creditLimit, currency);
        }
        send(post("/v1/ledger/accounts", body));
    }

    /**
     * Deposits on the default balance of an account that is open.
     *
     * @param idempotencyKey the same key again deposits nothing again
     * @throws ApiRefusal if the server refuses
     */
    public void deposit(String ref, BigDecimal amount, String currency, String idempotencyKey) {
        ObjectNode body = JSON.createObjectNode();
        body.put("idempotency_key", idempotencyKey);
        putAmount(body, "amount", amount, currency);
        JsonNode answer;
        try {
            answer = send(post("/v1/ledger/accounts/" + encoded(ref) + "/deposits", body));
        } catch (ApiRefusal e) {
            String open = "account " + ref + " is open, but ";
            throw e.decided()
                    ? ApiRefusal.refused(open + "the deposit was refused: " + e.getMessage())
                    : ApiRefusal.unknown(open + "whether the deposit was made is unknown: " + e.getMessage());
        }
        if (!answer.path("success").asBoolean()) {
            JsonNode error = answer.path("error");
            throw ApiRefusal.refused("account " + ref + " is open, but the deposit was refused: "
                    + error.path("code").asText() + ", " + error.path("message").asText());
        }
    }

    /**
     * Shows an account.
     *
     * @throws ApiRefusal if there is none
     */
    public AccountTable show(String ref) {
        return new AccountTable(
                send(request("/v1/ledger/accounts/" + encoded(ref)).GET()));
    }

    private HttpRequest.Builder post(String path, JsonNode body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(door.url().resolve(path))
                .timeout(ANSWER_TIMEOUT)
                .header(door.keyHeader(), door.key());
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            JsonNode body = JSON.readTree(response.body());
            if (response.statusCode() >= 300) {
                throw refusal(response.statusCode(), body);
            }
            return body;
        } catch (JsonProcessingException e) {
            throw ApiRefusal.unknown(door + " does not answer in JSON; is it a Holdfast server?");
        } catch (IOException e) {
            throw ApiRefusal.unknown("no answer from " + door + ": " + Silence.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiRefusal.unknown("interrupted");
        }
    }

    private static ApiRefusal refusal(int status, JsonNode body) {
        StringBuilder message = new StringBuilder("the server refused with " + status + ": "
                + body.path("error_code").asText() + ", " + body.path("message").asText());
        body.path("details")
                .forEach(detail -> message.append(System.lineSeparator())
                        .append("  ")
                        .append(detail.path("param").asText())
                        .append(": ")
                        .append(detail.path("message").asText()));
        return status < 500 ? ApiRefusal.refused(message.toString()) : ApiRefusal.unknown(message.toString());
    }

    private static void putAmount(ObjectNode body, String name, BigDecimal value, String currency) {
        body.putObject(name).put("value", value).put("currency", currency);
    }

    /** One path segment: URLEncoder encodes forms, in which a space is a plus. */
    private static String encoded(String ref) {
        return URLEncoder.encode(ref, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
