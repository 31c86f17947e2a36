package dev.holdfast.ledgerapi.auth;

import dev.holdfast.engine.tenant.Tenant;
import dev.holdfast.engine.tenant.Tenants;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the tenant of a request. Safe on any thread. */
public final class Authentication {

    public static final int MAX_KEY_LENGTH = 256;

    private final Tenants tenants;
    private final String header;

    /**
     * Look-ups under way. When a remembered key is forgotten, every request in flight asks for it at the same moment;
     * one look-up answers them all, so that the few connections for it are not overrun.
     */
    private final Map<String, Future<Optional<Tenant>>> underWay = new ConcurrentHashMap<>();

    /**
     * @param tenants knows the keys
     * @param header the header that carries the key
     */
    public Authentication(Tenants tenants, String header) {
        this.tenants = tenants;
        this.header = header;
    }

    /** The tenant; fails with {@link ErrorCode#UNAUTHORIZED} if there is not exactly one key, or it is not known. */
    public Future<Tenant> tenantOf(MultiMap headers) {
        List<String> keys = headers.getAll(header);
        if (keys.size() != 1 || keys.get(0).isEmpty() || keys.get(0).length() > MAX_KEY_LENGTH) {
            return Future.failedFuture(new ApiException(ErrorCode.UNAUTHORIZED));
        }
        return find(keys.get(0)).map(tenant -> tenant.orElseThrow(() -> new ApiException(ErrorCode.UNAUTHORIZED)));
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
