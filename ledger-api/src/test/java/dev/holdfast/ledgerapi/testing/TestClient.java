package dev.holdfast.ledgerapi.testing;

import dev.holdfast.engine.client.ClientOrder;
import dev.holdfast.engine.client.Scope;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** A program of a tenant that calls with access tokens. */
public record TestClient(ApiClient tenant, String id, String secret) {

    private static final String PATH = "/oauth2/token";

    /** One that may do everything. */
    public static TestClient of(RunningApi api, ApiClient tenant) {
        return of(api, tenant, EnumSet.allOf(Scope.class));
    }

    public static TestClient of(RunningApi api, ApiClient tenant, Set<Scope> scopes) {
        ClientOrder order = new ClientOrder(tenant.tenant().id(), "client-" + UUID.randomUUID(), scopes);
        return RunningApi.await(api.engine().clients().create(order))
                .fold(
                        given -> new TestClient(
                                tenant,
                                given.client().toString(),
                                given.secret().reveal()),
                        rejected -> {
                            throw new AssertionError(rejected);
                        });
    }

    public TestClient withSecret(String other) {
        return new TestClient(tenant, id, other);
    }

    public String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.US_ASCII));
    }

    /** Asks with a Basic header. */
    public Reply ask(String form) {
        return tenant.send(form(form).header("Authorization", basic()));
    }

    /** Asks with what the form says alone. */
    public Reply askPlainly(String form) {
        return tenant.send(form(form));
    }

    private HttpRequest.Builder form(String form) {
        return tenant.anonymous(PATH)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    /** The access token that it gets for all that it may do. */
    public String token() {
        Reply reply = ask("grant_type=client_credentials");
        if (reply.status() != 200) {
            throw new AssertionError(reply.text());
        }
        return reply.json().get("access_token").textValue();
    }

    /** A request with a token. */
    public HttpRequest.Builder request(String path, String token) {
        return tenant.anonymous(path).header("Authorization", "Bearer " + token);
    }

    public Reply get(String path, String token) {
        return tenant.send(request(path, token).GET());
    }
}
