package dev.holdfast.ledgerapi.server;

import dev.holdfast.engine.tenant.Tenant;
import dev.holdfast.ledgerapi.auth.Authentication;
import dev.holdfast.ledgerapi.contract.Endpoint;
import dev.holdfast.ledgerapi.contract.PercentCode;
import dev.holdfast.ledgerapi.contract.QueryParameters;
import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.ReferenceLength;
import dev.holdfast.ledgerapi.exchange.Route;
import dev.holdfast.ledgerapi.json.TextRule;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes each request of one event loop through its life. */
final class RequestHandler {

    private final Face face;
    private final Connections connections;
    private final Context context;

    /**
     * What all instances share.
     *
     * @param authentication finds tenants
     * @param routes serve what needs a tenant
     * @param door serves what does not
     */
    record Face(Authentication authentication, Routes routes, PublicDoor door, HttpMetrics metrics, RequestIds ids) {}

    RequestHandler(Face face, Connections connections, Context context) {
        this.face = face;
        this.connections = connections;
        this.context = context;
    }

    /**
     * Serves a request for an endpoint.
     *
     * @param parameter of the path that the request was routed by, still percent-encoded
     */
    void handle(HttpServerRequest request, Endpoint endpoint, String parameter) {
        Exchange exchange = begin(request);
        exchange.meets(endpoint);
        try {
            if (endpoint.isPublic()) {
                servePublic(request, endpoint, parameter, exchange);
            } else {
                authenticate(
                        request, exchange, endpoint, tenant -> receive(request, exchange, endpoint, parameter, tenant));
            }
        } catch (RuntimeException e) {
            exchange.fail(e);
        }
    }

    /** Answers a request for a path that does not take its method. */
    void handleMethod(HttpServerRequest request, List<String> allowed) {
        begin(request).failMethod(allowed, new ApiException(ErrorCode.METHOD_NOT_ALLOWED));
    }

    /** Answers a request that means no endpoint, or none that the router could read. */
    void handleFailure(HttpServerRequest request, Throwable cause) {
        begin(request).fail(cause);
    }

    /** Answers what is no valid HTTP request. */
    void handleInvalid(HttpServerRequest request) {
        begin(request).fail(new ApiException(ApiError.of(ErrorCode.VALIDATION_ERROR, "not a valid HTTP/1.1 request")));
        request.connection().close();
    }

    private Exchange begin(HttpServerRequest request) {
        String id = face.ids().idFor(request.getHeader("Request-Id"));
        return new Exchange(request, face.metrics(), connections.of(request.connection()), id);
    }

    private void servePublic(HttpServerRequest request, Endpoint endpoint, String parameter, Exchange exchange) {
        switch (endpoint) {
            case REQUEST_TOKEN -> {
                request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                receive(
                        request,
                        exchange,
                        BodyReceiver.FORM,
                        body -> serve(exchange, () -> face.door().token(request.headers(), body)));
            }
            case SHOW_SIGNING_KEYS -> serve(exchange, face.door()::signingKeys);
            default -> exchange.answer(face.door().asset(endpoint, parameter));
        }
    }

    private void authenticate(
            HttpServerRequest request, Exchange exchange, Endpoint endpoint, Consumer<Tenant> onTenant) {
        Future<Tenant> tenant = face.authentication().tenantOf(request.headers(), endpoint.scope());
        if (tenant.succeeded()) {
            onTenant.accept(tenant.result());
            return;
        }
        // The body waits in the socket until the caller is known.
        request.pause();
        request.exceptionHandler(lost -> exchange.abandon());
        whenHere(tenant, exchange, known -> {
            onTenant.accept(known);
            request.resume();
        });
    }

    private void receive(
            HttpServerRequest request, Exchange exchange, Endpoint endpoint, String rawParameter, Tenant tenant) {
        Instant deadline = Instant.now().plus(connections.limits().requestDeadline());
        String parameter = rawParameter.isEmpty() ? "" : decode(endpoint, rawParameter);
        QueryParameters query = QueryParameters.of(request.query());
        Route route = face.routes().of(endpoint);
        if (!endpoint.takesBody()) {
            exchange.receivedBody(0);
            serve(exchange, () -> route.serve(new Call(tenant, parameter, query, Buffer.buffer(0), deadline)));
            return;
        }
        receive(
                request,
                exchange,
                BodyReceiver.JSON,
                body -> serve(exchange, () -> route.serve(new Call(tenant, parameter, query, body, deadline))));
    }

    private void receive(HttpServerRequest request, Exchange exchange, String type, Consumer<Buffer> onBody) {
        connections.of(request.connection()).receives(exchange);
        request.exceptionHandler(lost -> exchange.abandon());
        BodyReceiver.receive(
                request,
                type,
                connections.limits().bodyBytes(),
                body -> {
                    exchange.receivedBody(body.length());
                    onBody.accept(body);
                },
                exchange::fail);
    }

    private void serve(Exchange exchange, Supplier<Future<Answer>> serve) {
        try {
            whenHere(serve.get(), exchange, exchange::answer);
        } catch (RuntimeException e) {
            exchange.fail(e);
        }
    }

    /** Goes on, on this event loop, when the future has come; the engine may complete it on another. */
    private <T> void whenHere(Future<T> future, Exchange exchange, Consumer<T> next) {
        future.onComplete(result -> {
            if (Vertx.currentContext() == context) {
                finish(result, exchange, next);
            } else {
                context.runOnContext(here -> finish(result, exchange, next));
            }
        });
    }

    private static <T> void finish(AsyncResult<T> result, Exchange exchange, Consumer<T> next) {
        if (result.failed()) {
            exchange.fail(result.cause());
            return;
        }
        try {
            next.accept(result.result());
        } catch (RuntimeException e) {
            exchange.fail(e);
        }
    }

    private static String decode(Endpoint endpoint, String raw) {
        String name = endpoint.parameterName();
        String value = PercentCode.decode(raw)
                .orElseThrow(() -> new ApiException(
                        ApiError.invalid(DetailCode.INVALID_VALUE, name, "is not percent-encoded UTF-8")));
        boolean account = name.equals("tenant_account_ref");
        String problem = TextRule.problemWith(value, account ? ReferenceLength.MAX_REF : ReferenceLength.MAX_ID);
        if (problem != null) {
            throw new ApiException(ApiError.invalid(DetailCode.INVALID_VALUE, name, problem));
        }
        return value;
    }
}
