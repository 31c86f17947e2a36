package dev.holdfast.ledgerapi.server;

import dev.holdfast.ledgerapi.contract.Endpoint;
import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.ErrorCode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;

import java.util.List;
import java.util.stream.Stream;

/** Turns the contract's endpoints into routes. The ledger's operations come first: routes are tried in order. */
final class ApiRouter {

    private static final int BAD_REQUEST = 400;
    private static final int DEFECT = 500;

    private ApiRouter() {}

    static Router of(Vertx vertx, RequestHandler handler) {
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            if (cutsOff(context.request())) {
                context.request().connection().close();
            } else {
                context.next();
            }
        });
        for (Endpoint endpoint : Endpoint.values()) {
            router.route(HttpMethod.valueOf(endpoint.method()), path(endpoint))
                    .handler(context -> handler.handle(
                            context.request(), endpoint, endpoint.parameterOf(context.normalizedPath())));
        }
        Stream.of(Endpoint.values()).map(ApiRouter::path).distinct().forEach(path -> {
            List<String> allowed = methodsOf(path);
            router.route(path).handler(context -> handler.handleMethod(context.request(), allowed));
        });
        router.route()
                .handler(context -> handler.handleFailure(context.request(), new ApiException(ErrorCode.NOT_FOUND)));
        router.errorHandler(BAD_REQUEST, context -> handler.handleFailure(context.request(), badPath()));
        router.errorHandler(DEFECT, context -> handler.handleFailure(context.request(), context.failure()));
        return router;
    }

    /** A caller that keeps asking without reading answers would have us keep them all. */
    private static boolean cutsOff(HttpServerRequest request) {
        return request.response().writeQueueFull();
    }

    /** The router's own refusal, before any route: a path that it cannot decode. */
    private static ApiException badPath() {
        return new ApiException(ApiError.invalid(DetailCode.INVALID_VALUE, "path", "is not percent-encoded UTF-8"));
    }

    private static String path(Endpoint endpoint) {
        return endpoint.template().replace('{', ':').replace("}", "");
    }

    private static List<String> methodsOf(String path) {
        return Stream.of(Endpoint.values())
                .filter(endpoint -> path(endpoint).equals(path))
                .map(Endpoint::method)
                .toList();
    }
}
