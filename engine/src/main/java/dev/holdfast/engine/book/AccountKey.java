package dev.holdfast.engine.book;

/**
 * How a tenant names an account.
 *
 * @param tenantId the tenant's number
 * @param ref the tenant's own reference ({@code tenant_account_ref} on the wire)
 */
public record AccountKey(int tenantId, String ref) {}
