package dev.holdfast.ledgerapi.exchange;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.tenant.Tenant;
import dev.holdfast.ledgerapi.contract.QueryParameters;
import io.vertx.core.buffer.Buffer;

import java.time.Instant;

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

    /** The account that the path names, seen from this tenant: another tenant's account has another key. */
    public AccountKey account() {
        return new AccountKey(tenant.id(), pathParameter);
    }
}
