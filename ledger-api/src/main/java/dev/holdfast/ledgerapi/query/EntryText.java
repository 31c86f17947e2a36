package dev.holdfast.ledgerapi.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.book.JournalEntry;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.query.EntryView;
import dev.holdfast.ledgerapi.json.JsonText;

import java.io.IOException;
import java.util.List;

/** Writes journal entries. */
final class EntryText {

    private EntryText() {}

    static void writeAll(JsonGenerator json, List<EntryView> entries) throws IOException {
        json.writeArrayFieldStart("data");
        for (EntryView entry : entries) {
            write(json, entry);
        }
        json.writeEndArray();
    }

    /** The operation's name on the wire. */
    static String label(Operation operation) {
        return switch (operation) {
            case HOLD -> "hold_balance";
            case RESTORE -> "restore_balance";
            case DEBIT -> "debit_balance";
            case CREDIT -> "credit_balance";
            case DEBIT_HOLD -> "debit_hold_balance";
            case CREDIT_HOLD -> "credit_hold_balance";
            case DEPOSIT -> "deposit";
            case WITHDRAWAL -> "withdrawal";
            case EXPIRE_HOLD -> "hold_expiry";
        };
    }

    private static void write(JsonGenerator json, EntryView view) throws IOException {
        JournalEntry entry = view.entry();
        Operation operation = entry.movement().operation();
        json.writeStartObject();
        json.writeStringField("tenant_action_ref", entry.receipt().toString());
        json.writeStringField("tenant_account_ref", view.accountRef());
        json.writeStringField("tenant_balance_ref", view.balanceRef());
        json.writeNumberField("sequence", entry.position().seq());
        json.writeStringField("operation", label(operation));
        json.writeStringField("debit_account", operation.debit().label());
        json.writeStringField("credit_account", operation.credit().label());
        writeAmounts(json, entry);
        JsonText.text(json, "transaction_id", entry.references().transactionId());
        JsonText.text(json, "of_action_ref", entry.references().actionRef());
        json.writeStringField("idempotency_key", entry.references().idempotencyKey());
        json.writeBooleanField("forced", entry.movement().forced());
        JsonText.instant(json, "posted_at", entry.postedAt());
        json.writeStringField("hash", entry.hash().toString());
        json.writeEndObject();
    }

    private static void writeAmounts(JsonGenerator json, JournalEntry entry) throws IOException {
        Currency currency = entry.movement().amount().currency();
        JournalEntry.HoldAfter hold = entry.after().hold();
        JsonText.money(json, "amount", entry.movement().amount());
        JsonText.money(json, "available_balance", new Money(entry.after().available(), currency));
        JsonText.money(json, "held_balance", new Money(entry.after().held(), currency));
        JsonText.text(json, "tenant_hold_balance_ref", hold == null ? null : hold.id());
        JsonText.money(json, "hold_balance", hold == null ? null : new Money(hold.remaining(), currency));
    }
}
