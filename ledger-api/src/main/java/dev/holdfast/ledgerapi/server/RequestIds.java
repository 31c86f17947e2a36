package dev.holdfast.ledgerapi.server;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Names requests: by the caller's own id where it is safe to repeat, else by a new one. Safe on any thread. */
final class RequestIds {

    private static final int MAX_LENGTH = 64;

    /** Tells the requests of one start of one process from all others. */
    private final String prefix = HexFormat.of().toHexDigits(new SecureRandom().nextLong()) + '-';

    private final AtomicLong counter = new AtomicLong();

    String idFor(@Nullable String callersId) {
        return callersId != null && isSafe(callersId)
                ? callersId
                : prefix + Long.toHexString(counter.incrementAndGet());
    }

    private static boolean isSafe(String id) {
        if (id.isEmpty() || id.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }
}
