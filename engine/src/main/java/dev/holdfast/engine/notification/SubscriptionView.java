package dev.holdfast.engine.notification;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * A subscription without its secrets.
 *
 * @param authHeader the name of the header; null if none is sent
 * @param disabled whether its receiver has said that it is no more (410); what it is to be told is kept
 */
public record SubscriptionView(
        UUID id,
        int tenantId,
        String url,
        List<String> types,
        boolean batch,
        @Nullable String authHeader,
        boolean disabled) {

    public SubscriptionView {
        types = List.copyOf(types);
    }
}
