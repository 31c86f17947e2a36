package dev.holdfast.ledgerapi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.engine.account.AccountChange;
import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.account.AccountOpening.NewBalance;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.testing.Answer;
import dev.holdfast.engine.testing.Answer.Figures;
import dev.holdfast.engine.testing.HoldNames;
import dev.holdfast.engine.testing.LedgerUnderTest;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import org.jspecify.annotations.Nullable;

/** The ledger as its callers see it, over HTTP, as something that scenarios are played on. */
public final class HttpLedger implements LedgerUnderTest {

    private static final String ACCOUNTS = "/v1/ledger/accounts";
    private static final String BALANCE_REF = "tenant_balance_ref";
    private static final String HOLD_REF = "tenant_hold_balance_ref";

    private final ApiClient caller;
    private final HoldNames names = new HoldNames();

    public HttpLedger(ApiClient caller) {
        this.caller = caller;
    }

    @Override
    public void open(AccountOpening opening) {
        ObjectNode body =
                ApiClient.newObject().put("tenant_account_ref", opening.key().ref());
        for (NewBalance balance : opening.balances()) {
            boolean first = balance.ref().equals(AccountOpening.DEFAULT_BALANCE_REF);
            ObjectNode terms =
                    first ? body : body.withArray("balances").addObject().put(BALANCE_REF, balance.ref());
            terms.put("currency", balance.currency().code());
            put(terms, "credit_limit", new Money(balance.creditLimitMinor(), balance.currency()));
        }
        Reply reply = caller.post(ACCOUNTS, body.toString());
        if (reply.status() != 201) {
            throw new AssertionError("not opened: " + reply.text());
        }
    }

    @Override
    public String change(AccountChange change) {
        ObjectNode body = ApiClient.newObject();
        if (change.status() != null) {
            body.put("status", change.status().label());
        }
        put(body, "credit_limit", change.creditLimit());
        put(body, BALANCE_REF, change.balanceRef());
        Reply reply = caller.patch(path(change.key(), ""), body.toString());
        if (reply.status() == 200) {
            return "done";
        }
        JsonNode error = reply.status() == 400 ? reply.json().at("/details/0") : reply.json();
        return error.path("error_code").asText();
    }

    @Override
    public Answer apply(LedgerRequest named) {
        LedgerRequest request = names.resolve(named);
        Reply reply = send(request);
        if (reply.status() == 409) {
            return Answer.keyReused();
        }
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + " " + reply.text());
        }
        JsonNode json = reply.json();
        boolean success = json.path("success").booleanValue();
        if (success && named.operation() == Operation.HOLD && named.target() == null) {
            names.learn(named, json.path(HOLD_REF).asText());
        }
        Figures figures = new Figures(
                json.hasNonNull(BALANCE_REF) ? json.get(BALANCE_REF).asText() : null,
                json.hasNonNull("available_balance") ? (Long) minor(json.get("available_balance")) : null,
                json.hasNonNull("hold_balance") ? (Long) minor(json.get("hold_balance")) : null);
        Answer answer = success
                ? Answer.applied(figures)
                : Answer.refused(json.at("/error/code").asText(), figures);
        return reply.header("Idempotency-Replayed").equals("true") ? answer.asReplay() : answer;
    }

    private Reply send(LedgerRequest request) {
        ObjectNode body = ApiClient.newObject()
                .put("idempotency_key", request.references().idempotencyKey());
        put(body, "amount", request.amount());
        put(body, request.operation().actsOnHold() ? HOLD_REF : BALANCE_REF, request.target());
        String actionRef = request.references().actionRef();
        if (request.operation() == Operation.DEPOSIT || request.operation() == Operation.WITHDRAWAL) {
            put(body, "reference", actionRef);
            boolean deposit = request.operation() == Operation.DEPOSIT;
            return caller.post(path(request.account(), deposit ? "/deposits" : "/withdrawals"), body.toString());
        }
        put(body, "tenant_account_ref", request.account().ref());
        put(body, "transaction_id", request.references().transactionId());
        put(body, "of_action_ref", actionRef);
        return caller.post("/v1/ledger/" + name(request.operation()), body.toString());
    }

    private static String name(Operation operation) {
        return switch (operation) {
            case HOLD -> "hold_balance";
            case RESTORE -> "restore_balance";
            case DEBIT -> "debit_balance";
            case CREDIT -> "credit_balance";
            case DEBIT_HOLD -> "debit_hold_balance";
            case CREDIT_HOLD -> "credit_hold_balance";
            case DEPOSIT, WITHDRAWAL, EXPIRE_HOLD -> throw new IllegalArgumentException(operation + " is not one");
        };
    }

    @Override
    public Standing standing(AccountKey account, String balanceRef) {
        for (JsonNode balance : caller.get(path(account, "")).json().get("balances")) {
            if (balance.get(BALANCE_REF).asText().equals(balanceRef)) {
                return new Standing(minor(balance.get("available_balance")), minor(balance.get("held_balance")));
            }
        }
        throw new AssertionError("no balance " + balanceRef);
    }

    private static String path(AccountKey account, String more) {
        return ACCOUNTS + "/" + account.ref() + more;
    }

    private static long minor(JsonNode money) {
        Currency currency = Currency.of(money.get("currency").asText());
        return Money.ofMajor(money.get("value").decimalValue(), currency).minor();
    }

    private static void put(ObjectNode body, String name, @Nullable Money money) {
        if (money != null) {
            body.putObject(name)
                    .put("value", money.toMajor())
                    .put("currency", money.currency().code());
        }
    }

    private static void put(ObjectNode body, String name, @Nullable String text) {
        if (text != null) {
            body.put(name, text);
        }
    }
}
