package dev.holdfast.ledgerapi.token;

import dev.holdfast.engine.client.ClientSecret;
import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.ErrorCode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a client says to be. Ids and secrets have only characters that every encoding leaves alone, so none is undone here
 * (RFC 6749 section 2.3.1 has them form-encoded first).
 */
record Credentials(UUID client, ClientSecret secret) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String BASIC = "basic ";

    /** More than an id, a colon and a secret in base64. */
    private static final int MAX_BASIC = 256;

    /**
     * Reads them from the header or from the form.
     *
     * @throws ApiException with {@link ErrorCode#UNAUTHORIZED} if they are not there or cannot be right
     */
    static Credentials read(List<String> authorization, FormText form) {
        if (authorization.isEmpty()) {
            return of(
                    form.find("client_id").orElse(""),
                    form.find("client_secret").orElse(""));
        }
        if (form.find("client_secret").isPresent()) {
            throw new ApiException(ApiError.invalid(
                    DetailCode.INVALID_VALUE, "client_secret", "is given in the Authorization header, too"));
        }
        String decoded = decode(authorization);
        int colon = decoded.indexOf(':');
        Credentials credentials = of(decoded.substring(0, Math.max(0, colon)), decoded.substring(colon + 1));
        if (!form.find("client_id").orElse(credentials.client.toString()).equals(credentials.client.toString())) {
            throw new ApiException(
                    ApiError.invalid(DetailCode.INVALID_VALUE, "client_id", "is not that of the Authorization header"));
        }
        return credentials;
    }

    private static String decode(List<String> authorization) {
        String header = authorization.get(0);
        if (authorization.size() != 1
                || header.length() > MAX_BASIC
                || !header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            throw notKnown();
        }
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw notKnown();
        }
    }

    private static Credentials of(String id, String secret) {
        Optional<ClientSecret> parsed = ClientSecret.parse(secret);
        if (!ID.matcher(id).matches() || parsed.isEmpty()) {
            throw notKnown();
        }
        return new Credentials(UUID.fromString(id), parsed.get());
    }

    /** The one answer to every reason. */
    static ApiException notKnown() {
        return new ApiException(
                ApiError.of(ErrorCode.UNAUTHORIZED, "the client is not known, or the secret is not one of its own"));
    }
}
