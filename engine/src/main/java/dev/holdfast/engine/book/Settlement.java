package dev.holdfast.engine.book;

import java.time.Instant;
import java.util.UUID;

/**
 * What settles an idempotency key: whose request, and when.
 *
 * @param references the caller's names, the key among them
 * @param fingerprint digest of the request
 * @param at database time, microseconds
 */
public record Settlement(References references, UUID fingerprint, Instant at) {}
