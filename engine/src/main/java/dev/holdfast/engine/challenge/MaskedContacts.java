package dev.holdfast.engine.challenge;

import org.jspecify.annotations.Nullable;

/**
 * Where the tenant has sent a code, as the cardholder may see it; {@link #NONE} if it did not say.
 *
 * @param email at most 254 characters
 * @param phone at most 32 characters
 */
public record MaskedContacts(
        @Nullable String email, @Nullable String phone) {

    public static final int MAX_EMAIL = 254;
    public static final int MAX_PHONE = 32;

    public static final MaskedContacts NONE = new MaskedContacts(null, null);

    /** @throws IllegalArgumentException if a text is longer than it may be */
    public MaskedContacts {
        if ((email != null && email.length() > MAX_EMAIL) || (phone != null && phone.length() > MAX_PHONE)) {
            throw new IllegalArgumentException("a masked contact is too long");
        }
    }
}
