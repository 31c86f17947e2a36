package dev.holdfast.ledgerapi.contract;

import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.ErrorCode;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters after the question mark, decoded; each named once. */
public record QueryParameters(Map<String, String> values) {

    private static final int MAX_PARAMETERS = 16;

    private static final QueryParameters NONE = new QueryParameters(Map.of());

    public QueryParameters {
        values = Map.copyOf(values);
    }

    /**
     * Reads a raw query.
     *
     * @throws ApiException if it is not well encoded, names a parameter twice or has too many
     */
    public static QueryParameters of(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return NONE;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", MAX_PARAMETERS + 1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (values.put(name, value) != null) {
                throw new ApiException(ApiError.of(ErrorCode.VALIDATION_ERROR, "a query parameter is given twice"));
            }
        }
        if (values.size() > MAX_PARAMETERS) {
            throw new ApiException(ApiError.of(
                    ErrorCode.VALIDATION_ERROR, "the query has more than " + MAX_PARAMETERS + " parameters"));
        }
        return new QueryParameters(values);
    }

    public @Nullable String get(String name) {
        return values.get(name);
    }

    private static String decode(String raw) {
        return PercentCode.decode(raw)
                .orElseThrow(() -> new ApiException(
                        ApiError.invalid(DetailCode.INVALID_VALUE, "query", "is not percent-encoded UTF-8")));
    }
}
