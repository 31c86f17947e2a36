package dev.holdfast.engine.book;

import java.util.UUID;

/** What an idempotency key has come to: for ever, an entry or a refusal. */
public sealed interface Settled permits JournalEntry, Refusal {

    References references();

    /** Digest of the request that used the key; another request under the same key has another fingerprint. */
    UUID fingerprint();
}
