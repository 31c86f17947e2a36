package dev.holdfast.engine.notification;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A header by which a receiver knows its caller.
 *
 * @param name a token of RFC 9110, and none that HTTP or the signature needs
 * @param value secret
 */
public record AuthHeader(String name, String value) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,1022}[\\x21-\\x7e])?");

    private static final Set<String> TAKEN = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            Signature.ID,
            Signature.TIMESTAMP,
            Signature.SIGNATURE);

    /** @throws IllegalArgumentException saying which part cannot be sent, without the value */
    public AuthHeader {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a header's name is 1 to 64 letters, digits and hyphens");
        }
        if (TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the header " + name.toLowerCase(Locale.ROOT) + " has another use");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("a header's value is 1 to 1024 printable characters of ASCII");
        }
    }

    @Override
    public String toString() {
        return "AuthHeader[" + name + ", not shown]";
    }
}
