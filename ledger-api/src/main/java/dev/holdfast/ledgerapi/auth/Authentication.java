package dev.holdfast.ledgerapi.auth;

import dev.holdfast.engine.client.Caller;
import dev.holdfast.engine.client.Scope;
import dev.holdfast.engine.client.Tokens;
import dev.holdfast.engine.tenant.Tenant;
import dev.holdfast.engine.tenant.Tenants;
import dev.holdfast.ledgerapi.contract.Endpoint;
import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the tenant of a request. Safe on any thread. */
public final class Authentication {

    public static final int MAX_KEY_LENGTH = 256;

    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer ";

    private final Tenants tenants;
    private final Tokens tokens;
    private final String header;
    private final boolean takesTokens;

    /**
     * Look-ups under way. When a remembered key is forgotten, every request in flight asks for it at the same moment;
     * one look-up answers them all, so that the few connections for it are not overrun.
     */
    private final Map<String, Future<Optional<Tenant>>> underWay = new ConcurrentHashMap<>();

    /**
     * @param tenants knows the keys
     * @param tokens knows the access tokens
     * @param header the header that carries the key; if it is {@code Authorization}, tokens are not taken
     */
    public Authentication(Tenants tenants, Tokens tokens, String header) {
        this.tenants = tenants;
        this.tokens = tokens;
        this.header = header;
        this.takesTokens = !header.equalsIgnoreCase(AUTHORIZATION);
    }

    /**
     * The tenant; fails with {@link ErrorCode#UNAUTHORIZED} if there is not exactly one key or token, or it is not known,
     * and with {@link ErrorCode#FORBIDDEN} if the token does not allow what is asked for.
     *
     * @param scope that a token needs; keys have none, and may do everything of their tenant
     */
    public Future<Tenant> tenantOf(MultiMap headers, Scope scope) {
        List<String> keys = headers.getAll(header);
        if (takesTokens && isBearer(headers)) {
            return keys.isEmpty() ? tenantOf(headers.getAll(AUTHORIZATION), scope) : refused(ErrorCode.UNAUTHORIZED);
        }
        if (keys.size() != 1 || keys.get(0).isEmpty() || keys.get(0).length() > MAX_KEY_LENGTH) {
            return refused(ErrorCode.UNAUTHORIZED);
        }
        return find(keys.get(0)).map(tenant -> tenant.orElseThrow(() -> new ApiException(ErrorCode.UNAUTHORIZED)));
    }

    /** Schemes are read without regard to case (RFC 9110 section 11.1). Others than ours are nothing to us. */
    private static boolean isBearer(MultiMap headers) {
        String first = headers.get(AUTHORIZATION);
        return first != null && first.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    private Future<Tenant> tenantOf(List<String> authorization, Scope scope) {
        if (authorization.size() != 1) {
            return refused(ErrorCode.UNAUTHORIZED);
        }
        return tokens.verify(authorization.get(0).substring(BEARER.length()).strip())
                .map(caller -> allowed(caller.orElseThrow(Authentication::tokenNotValid), scope));
    }

    private static Tenant allowed(Caller caller, Scope scope) {
        if (!caller.may(scope)) {
            throw new ApiException(
                    ApiError.of(ErrorCode.FORBIDDEN, "the access token does not have the scope " + scope.text()));
        }
        return caller.tenant();
    }

    private static ApiException tokenNotValid() {
        return new ApiException(
                ApiError.of(ErrorCode.UNAUTHORIZED, "the access token is not valid, has expired or was revoked"));
    }

    private static Future<Tenant> refused(ErrorCode code) {
        return Future.failedFuture(new ApiException(code));
    }

    /**
     * What a 401 says about how to do better, for the header {@code WWW-Authenticate}.
     *
     * @param endpoint null if none was met
     */
    public static String challenge(@Nullable Endpoint endpoint, MultiMap headers) {
        if (endpoint == Endpoint.REQUEST_TOKEN) {
            return "Basic realm=\"holdfast\"";
        }
        return isBearer(headers) ? "Bearer error=\"invalid_token\"" : "ApiKey";
    }

    private Future<Optional<Tenant>> find(String key) {
        Future<Optional<Tenant>> shared = underWay.get(key);
        if (shared != null) {
            return shared;
        }
        Future<Optional<Tenant>> own = tenants.authenticate(key);
        if (!own.isComplete()) {
            underWay.put(key, own);
            own.onComplete(done -> underWay.remove(key, own));
        }
        return own;
    }
}
