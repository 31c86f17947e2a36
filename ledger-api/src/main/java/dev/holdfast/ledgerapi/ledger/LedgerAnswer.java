package dev.holdfast.ledgerapi.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.book.JournalEntry;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.Refusal;
import dev.holdfast.engine.book.RefusalReason;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Money;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.json.JsonText;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.UUID;

/**
 * The answer to a ledger operation. Which reference and which balance it shows follows from the operation.
 *
 * @param ref the hold, for operations that place, capture or uncapture one; otherwise the balance
 * @param balance what remains on the hold after a capture or its reversal; otherwise what is available
 * @param receipt the reference of the entry or refusal
 * @param refused why not; null if it was applied
 */
record LedgerAnswer(
        Operation operation,
        @Nullable String ref,
        @Nullable Money balance,
        UUID receipt,
        @Nullable RefusalReason refused) {

    /** Encodes what became of a request. */
    static Answer of(LedgerRequest request, LedgerOutcome outcome) {
        return outcome.fold(
                applied -> applied(applied).encode(applied.replayed()),
                refused -> refused(request, refused.refusal()).encode(refused.replayed()),
                reused -> {
                    throw new ApiException(ErrorCode.IDEMPOTENCY_ERROR);
                });
    }

    private static LedgerAnswer applied(LedgerOutcome.Applied applied) {
        JournalEntry entry = applied.entry();
        JournalEntry.HoldAfter hold = entry.after().hold();
        Operation operation = entry.movement().operation();
        String ref = namesHold(operation) && hold != null ? hold.id().toString() : applied.balanceRef();
        long minor = showsHold(operation) && hold != null
                ? hold.remaining()
                : entry.after().available();
        Money balance = new Money(minor, entry.movement().amount().currency());
        return new LedgerAnswer(operation, ref, balance, entry.receipt(), null);
    }

    private static LedgerAnswer refused(LedgerRequest request, Refusal refusal) {
        Operation operation = request.operation();
        Refusal.Seen seen = refusal.seen();
        // A hold that the decision did not see is not confirmed by repeating its name.
        String holdRef = seen.holdRemaining() == null ? null : request.target();
        return new LedgerAnswer(
                operation,
                namesHold(operation) ? holdRef : seen.balanceRef(),
                showsHold(operation) ? seen.holdRemaining() : seen.available(),
                refusal.receipt(),
                refusal.reason());
    }

    private Answer encode(boolean replayed) {
        return Answer.ok(JsonText.object(this::write), replayed);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeBooleanField("success", refused == null);
        JsonText.text(json, namesHold(operation) ? "tenant_hold_balance_ref" : "tenant_balance_ref", ref);
        JsonText.money(json, showsHold(operation) ? "hold_balance" : "available_balance", balance);
        json.writeStringField("tenant_action_ref", receipt.toString());
        if (refused == null) {
            json.writeNullField("error");
            return;
        }
        json.writeObjectFieldStart("error");
        json.writeStringField("code", refused.code());
        json.writeStringField("message", refused.message());
        json.writeEndObject();
    }

    private static boolean namesHold(Operation operation) {
        return operation == Operation.HOLD || showsHold(operation);
    }

    private static boolean showsHold(Operation operation) {
        return operation == Operation.DEBIT_HOLD || operation == Operation.CREDIT_HOLD;
    }
}
