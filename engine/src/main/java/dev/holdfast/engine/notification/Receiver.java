package dev.holdfast.engine.notification;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * A subscription as sending needs it.
 *
 * @param version of the subscription, which changes with it
 * @param header null if it has none
 * @param secrets the newest first; empty if they do not open, and nothing can be sent
 */
record Receiver(
        UUID id,
        int version,
        String url,
        boolean batch,
        @Nullable AuthHeader header,
        List<SigningSecret> secrets) {}
