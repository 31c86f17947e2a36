package dev.holdfast.ledgerapi.token;

import dev.holdfast.ledgerapi.contract.PercentCode;
import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import io.vertx.core.buffer.Buffer;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The members of an {@code application/x-www-form-urlencoded} body, each named once. */
final class FormText {

    static final int MAX_MEMBERS = 16;

    private final Map<String, String> members;

    private FormText(Map<String, String> members) {
        this.members = members;
    }

    /** @throws ApiException if it is not well encoded, names a member twice or has too many */
    static FormText read(Buffer body) {
        Map<String, String> members = new HashMap<>();
        String text = body.toString(StandardCharsets.ISO_8859_1);
        if (text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw malformed("the form has other than visible ASCII characters");
        }
        String[] pairs = text.split("&", MAX_MEMBERS + 1);
        if (pairs.length > MAX_MEMBERS) {
            throw malformed("the form has more than " + MAX_MEMBERS + " members");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (members.put(name, value) != null) {
                throw malformed("a member of the form is given twice");
            }
        }
        return new FormText(members);
    }

    private static String decode(String raw) {
        return PercentCode.decode(raw.replace('+', ' '))
                .orElseThrow(() -> malformed("the form is not percent-encoded UTF-8"));
    }

    private static ApiException malformed(String message) {
        return new ApiException(ApiError.of(ErrorCode.VALIDATION_ERROR, message));
    }

    /** A member; one without a value is as good as absent (RFC 6749 section 3.2). */
    Optional<String> find(String name) {
        return Optional.ofNullable(members.get(name)).filter(value -> !value.isEmpty());
    }
}
