package dev.holdfast.ops.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Sends a request again and again, with the same key, until a server answers it; servers may come and go. */
public final class StubbornCaller {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Supplier<URI> server;
    private final String apiKey;

    /** @param server where the server is at the moment */
    public StubbornCaller(Supplier<URI> server, String apiKey) {
        this.server = server;
        this.apiKey = apiKey;
    }

    public JsonNode post(String path, String body) {
        return call(HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)), path);
    }

    public JsonNode get(String path) {
        return call(HttpRequest.newBuilder().GET(), path);
    }

    /** All entries of an account, newest first. */
    public List<JsonNode> entries(String account) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/v1/ledger/accounts/" + account + "/entries?limit=100" + cursor);
            page.get("data").forEach(all::add);
            JsonNode next = page.get("next_cursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asText();
        } while (!cursor.isEmpty());
        return all;
    }

    private JsonNode call(HttpRequest.Builder request, String path) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                HttpResponse<String> answer = http.send(
                        request.uri(server.get().resolve(path))
                                .timeout(ANSWER_LIMIT)
                                .setHeader("Content-Type", "application/json")
                                .setHeader("X-API-Key", apiKey)
                                .build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return JSON.readTree(answer.body());
                }
                if (answer.statusCode() != 503) {
                    throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                // The server is gone, or was in the midst of it; the same key makes asking again safe.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError(path + ": no answer within " + PATIENCE);
    }
}
