package dev.holdfast.engine.network;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Which requests of an account to list. What is null does not matter.
 *
 * @param from included
 * @param to not included
 * @param limit messages on a page, from 1
 */
public record MessageFilter(
        @Nullable UUID card,
        @Nullable Response response,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit) {}
