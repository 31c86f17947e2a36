package dev.holdfast.ledgerapi.exchange;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.tenant.Tenant;
import dev.holdfast.ledgerapi.contract.QueryParameters;
import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.DetailCode;
import io.vertx.core.buffer.Buffer;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One authenticated, complete request.
 *
 * @param tenant who calls
 * @param pathParameter the parameter of the path, decoded and checked; empty where the path has none
 * @param query what follows the question mark
 * @param body the whole body; empty for GET
 * @param deadline after which the caller no longer waits
 */
public record Call(Tenant tenant, String pathParameter, QueryParameters query, Buffer body, Instant deadline) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The account that the path names, seen from this tenant: another tenant's account has another key. */
    public AccountKey account() {
        return new AccountKey(tenant.id(), pathParameter);
    }

    /**
     * The id that the path names.
     *
     * @param name of the path's parameter, for the error
     * @throws ApiException if it is no UUID
     */
    public UUID pathId(String name) {
        if (!ID.matcher(pathParameter).matches()) {
            throw new ApiException(ApiError.invalid(DetailCode.INVALID_VALUE, name, "must be a UUID in lower case"));
        }
        return UUID.fromString(pathParameter);
    }
}
