package dev.holdfast.ledgerapi.account;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.account.AccountOutcome;
import dev.holdfast.engine.account.AccountView;
import dev.holdfast.ledgerapi.error.AccountErrors;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.json.JsonText;
import io.vertx.core.buffer.Buffer;

import java.io.IOException;

/** Writes an account. */
final class AccountAnswer {

    private AccountAnswer() {}

    /** Encodes what became of a request, with the given status if it was done. */
    static Answer of(int status, AccountOutcome outcome) {
        return outcome.fold(done -> new Answer(status, encode(done.account()), done.replayed()), rejected -> {
            throw new ApiException(AccountErrors.errorOf(rejected.reason()));
        });
    }

    static Buffer encode(AccountView account) {
        return JsonText.object(json -> {
            json.writeStringField("tenant_account_ref", account.ref());
            json.writeStringField("status", account.status().label());
            JsonText.instant(json, "opened_at", account.openedAt());
            json.writeArrayFieldStart("balances");
            for (AccountView.BalanceView balance : account.balances()) {
                write(json, balance);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, AccountView.BalanceView balance) throws IOException {
        json.writeStartObject();
        json.writeStringField("tenant_balance_ref", balance.ref());
        JsonText.money(json, "available_balance", balance.available());
        JsonText.money(json, "held_balance", balance.held());
        JsonText.money(json, "credit_limit", balance.creditLimit());
        json.writeEndObject();
    }
}
