package dev.holdfast.ledgerapi.error;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Collects every bad field of one request. Not for more than one thread. */
public final class Problems {

    /** A bound on the answer: 16 balances of 4 fields each cannot reach it, a hostile body can. */
    public static final int MAX_DETAILS = 64;

    private final List<ErrorDetail> details = new ArrayList<>(0);

    public void add(String param, DetailCode code, String message) {
        if (details.size() < MAX_DETAILS) {
            details.add(new ErrorDetail(code, message, param));
        }
    }

    /** Notes that a field is absent, unless it is known to be there with another problem. */
    public void require(String param, @Nullable Object value) {
        if (value == null && !mention(param)) {
            add(param, DetailCode.REQUIRED, "is required");
        }
    }

    /** Whether this field or a member of it has a problem. */
    public boolean mention(String param) {
        for (ErrorDetail detail : details) {
            if (detail.param().startsWith(param)
                    && (detail.param().length() == param.length()
                            || detail.param().charAt(param.length()) == '.')) {
                return true;
            }
        }
        return false;
    }

    /**
     * Ends the collection.
     *
     * @throws ApiException if there was any problem
     */
    public void throwIfAny() {
        if (!details.isEmpty()) {
            throw new ApiException(
                    new ApiError(ErrorCode.VALIDATION_ERROR, ErrorCode.VALIDATION_ERROR.message(), details));
        }
    }
}
