package dev.holdfast.ledgerapi.token;

import dev.holdfast.engine.client.Scope;
import dev.holdfast.engine.client.TokenOutcome.Issued;
import dev.holdfast.engine.client.TokenOutcome.Refusal;
import dev.holdfast.engine.client.TokenRequest;
import dev.holdfast.engine.client.Tokens;
import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.json.JsonText;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives a client its access token. */
public record TokenRoute(Tokens tokens) {

    private static final String GRANT = "client_credentials";

    /**
     * Serves a request.
     *
     * @param authorization the values of the Authorization header
     */
    public Future<Answer> serve(List<String> authorization, Buffer body) {
        FormText form = FormText.read(body);
        Set<Scope> scopes = read(form);
        Credentials credentials = Credentials.read(authorization, form);
        return tokens.issue(new TokenRequest(credentials.client(), credentials.secret(), scopes))
                .map(outcome -> outcome.fold(TokenRoute::answer, refused -> {
                    throw refusal(refused.reason());
                }));
    }

    /** The scopes asked for; null for all that the client may have. */
    private static @Nullable Set<Scope> read(FormText form) {
        Problems problems = new Problems();
        Optional<String> grant = form.find("grant_type");
        problems.require("grant_type", grant.orElse(null));
        if (grant.isPresent() && !grant.get().equals(GRANT)) {
            problems.add("grant_type", DetailCode.INVALID_VALUE, "must be " + GRANT);
        }
        Optional<String> asked = form.find("scope");
        Optional<Set<Scope>> scopes = asked.flatMap(Scope::findAll);
        if (asked.isPresent() && scopes.isEmpty()) {
            problems.add("scope", DetailCode.INVALID_VALUE, "names a scope that there is not");
        }
        problems.throwIfAny();
        return scopes.orElse(null);
    }

    private static Answer answer(Issued issued) {
        return Answer.ok(JsonText.object(json -> {
            json.writeStringField("access_token", issued.access());
            json.writeStringField("id_token", issued.id());
            json.writeStringField("token_type", "Bearer");
            json.writeNumberField("expires_in", issued.lifetime().toSeconds());
        }));
    }

    private static ApiException refusal(Refusal reason) {
        return switch (reason) {
            case CLIENT_NOT_KNOWN -> Credentials.notKnown();
            case SCOPE_NOT_ALLOWED ->
                new ApiException(ApiError.invalid(
                        DetailCode.INVALID_VALUE, "scope", "names a scope that the client may not ask for"));
            case TOO_OFTEN -> new ApiException(ErrorCode.TOO_MANY_REQUESTS);
        };
    }
}
