package dev.holdfast.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.simulator.model.Book;
import dev.holdfast.simulator.model.ModelAccount;
import dev.holdfast.simulator.model.Prediction;
import dev.holdfast.simulator.money.Amount;
import dev.holdfast.simulator.operation.Call;
import dev.holdfast.simulator.operation.Operation;
import dev.holdfast.simulator.operation.References;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Speaks the ledger's HTTP contract in the server's place, answering from a model of its own. One event loop. */
final class ModelServer {

    static final String API_KEY = "a key for tests";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx;
    private final Mischief mischief;
    private final Book book = new Book();
    private final Map<String, Buffer> frozen = new HashMap<>();
    private long minted;

    ModelServer(Vertx vertx, Mischief mischief) {
        this.vertx = vertx;
        this.mischief = mischief;
    }

    Future<Integer> listen() {
        return vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> request.body().onSuccess(body -> handle(request, body)))
                .listen()
                .map(HttpServer::actualPort);
    }

    private void handle(HttpServerRequest request, Buffer body) {
        if (!API_KEY.equals(request.getHeader("X-API-Key"))) {
            error(request, 401, "unauthorized");
            return;
        }
        try {
            String[] path = request.path().substring("/v1/ledger/".length()).split("/");
            switch (request.method().name()) {
                case "GET" -> get(request, path);
                case "PATCH" -> patch(request, path[1], JSON.readTree(body.getBytes()));
                default -> post(request, path, JSON.readTree(body.getBytes()));
            }
        } catch (IOException e) {
            error(request, 400, "validation_error");
        }
    }

    private void post(HttpServerRequest request, String[] path, JsonNode body) {
        if (!path[0].equals("accounts")) {
            Operation operation = Operation.valueOf(path[0].toUpperCase(Locale.ROOT));
            ledger(request, operation, body.path("tenant_account_ref").asText(), body);
        } else if (path.length == 3) {
            Operation operation = path[2].equals("deposits") ? Operation.DEPOSIT : Operation.WITHDRAWAL;
            ledger(request, operation, path[1], body);
        } else {
            open(body);
            answer(request, 201, false, Buffer.buffer("{}"));
        }
    }

    private void open(JsonNode body) {
        Currency currency = Currency.getInstance(body.path("currency").asText());
        Amount limit = amount(body.path("credit_limit"));
        ModelAccount account = new ModelAccount(body.path("tenant_account_ref").asText(), currency, limit.minor());
        for (JsonNode more : body.path("balances")) {
            account.addBalance(more.path("tenant_balance_ref").asText(), currency, 0);
        }
        book.add(account);
    }

    private void ledger(HttpServerRequest request, Operation operation, String account, JsonNode body) {
        if (mischief.isBusy()) {
            error(request, 503, "busy");
            return;
        }
        Call call = call(operation, account, body);
        String key = account + " " + call.key();
        Buffer stored = frozen.get(key);
        boolean replayed = stored != null;
        Prediction prediction = book.apply(call);
        if (prediction instanceof Prediction.KeyReused) {
            error(request, 409, "idempotency_error");
            return;
        }
        Buffer answer =
                stored != null && !mischief.forgetsAnswers() ? stored : mischief.tamper(render(call, prediction));
        frozen.put(key, answer);
        if (mischief.losesAnswer()) {
            request.connection().close();
        } else {
            answer(request, 200, replayed, answer);
        }
    }

    private Buffer render(Call call, Prediction prediction) {
        Operation.Answers shape = call.operation().answers();
        String ref = shape == Operation.Answers.BALANCE ? "tenant_balance_ref" : "tenant_hold_balance_ref";
        String balance = shape == Operation.Answers.HOLD ? "hold_balance" : "available_balance";
        return prediction.fold(
                applied -> {
                    String named = applied.ref();
                    if (applied.opened() != null) {
                        named = "hold-" + minted++;
                        book.nameHold(call, applied.opened(), named);
                    }
                    return body(true, ref, named, balance, applied.balance(), null);
                },
                refused -> body(
                        false,
                        ref,
                        refused.ref(),
                        balance,
                        refused.balance(),
                        refused.code().wireName()),
                reused -> Buffer.buffer());
    }

    private Buffer body(
            boolean success,
            String refMember,
            @Nullable String ref,
            String balanceMember,
            @Nullable Amount balance,
            @Nullable String code) {
        return Buffer.buffer("{\"success\":" + success + ",\"" + refMember + "\":" + quoted(ref) + ",\"" + balanceMember
                + "\":" + (balance == null ? "null" : json(balance)) + ",\"tenant_action_ref\":\"entry-" + minted++
                + "\",\"error\":"
                + (code == null ? "null" : "{\"code\":" + quoted(code) + ",\"message\":\"no\"}") + "}");
    }

    private void patch(HttpServerRequest request, String account, JsonNode body) {
        Operation operation = body.path("status").asText().equals("active") ? Operation.ACTIVATE : Operation.DEACTIVATE;
        book.apply(new Call(operation, account, new References("", "", ""), null, null));
        get(request, new String[] {"accounts", account});
    }

    private void get(HttpServerRequest request, String[] path) {
        ModelAccount account = book.account(path[1]);
        if (account == null) {
            error(request, 404, "account_not_found");
        } else if (path.length == 3) {
            answer(request, 200, false, ServerViews.holds(account, request.getParam("cursor")));
        } else {
            answer(request, 200, false, mischief.tamperState(ServerViews.account(account)));
        }
    }

    private static Call call(Operation operation, String account, JsonNode body) {
        boolean onHold = operation.target() == Operation.Target.HOLD;
        JsonNode target = body.path(onHold ? "tenant_hold_balance_ref" : "tenant_balance_ref");
        References references = new References(
                body.path("transaction_id").asText(),
                body.path("idempotency_key").asText(),
                body.path("of_action_ref").asText());
        Amount amount = body.has("amount") ? amount(body.path("amount")) : null;
        return new Call(operation, account, references, amount, target.isTextual() ? target.asText() : null);
    }

    private static Amount amount(JsonNode node) {
        Currency currency = Currency.getInstance(node.path("currency").asText());
        BigDecimal minor =
                new BigDecimal(node.path("value").asText()).movePointRight(currency.getDefaultFractionDigits());
        return new Amount(minor.longValueExact(), currency);
    }

    static String json(Amount amount) {
        StringBuilder out = new StringBuilder("{\"value\":");
        amount.appendTo(out);
        return out.append(",\"currency\":\"")
                .append(amount.code())
                .append("\"}")
                .toString();
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static void error(HttpServerRequest request, int status, String code) {
        answer(
                request,
                status,
                false,
                Buffer.buffer("{\"error_code\":\"" + code + "\",\"message\":\"no\",\"details\":[]}"));
    }

    private static void answer(HttpServerRequest request, int status, boolean replayed, Buffer body) {
        if (replayed) {
            request.response().putHeader("Idempotency-Replayed", "true");
        }
        request.response().setStatusCode(status).end(body);
    }
}
