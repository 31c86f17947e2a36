package dev.holdfast.ledgerapi.query;

import dev.holdfast.engine.query.Page;
import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.ErrorCode;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** What all paged lists of an account have in common. */
final class Pages {

    private Pages() {}

    /** The page, or the error: no such account, or a cursor that the engine does not know. */
    static <T> Future<Page<T>> require(Future<Optional<Page<T>>> page, @Nullable String cursor) {
        return page.transform(result -> {
            if (result.succeeded()) {
                return result.result()
                        .map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(new ApiException(ErrorCode.ACCOUNT_NOT_FOUND)));
            }
            boolean badCursor = cursor != null && result.cause() instanceof IllegalArgumentException;
            return Future.failedFuture(
                    badCursor
                            ? new ApiException(ApiError.invalid(
                                    DetailCode.INVALID_VALUE, "cursor", "is not a cursor of this list"))
                            : result.cause());
        });
    }
}
