package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.clearing.ClearingRecord;
import dev.holdfast.engine.clearing.ClearingType;
import dev.holdfast.engine.clearing.TransferType;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.network.NetworkMessage;
import dev.holdfast.engine.network.Timing;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.ReferenceLength;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/** A record of a clearing file. */
final class PresentmentForm implements JsonForm {

    private final Call call;
    private final MessageForm message;
    private @Nullable UUID cardId;
    private @Nullable String accountRef;
    private @Nullable UUID authorization;
    private @Nullable String reference;
    private @Nullable String original;
    private @Nullable ClearingType type;
    private @Nullable TransferType transfer;
    private @Nullable Instant clearedAt;

    private PresentmentForm(Call call, Problems problems) {
        this.call = call;
        this.message = new MessageForm(problems);
    }

    /**
     * Decodes a body.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static PresentmentForm read(Call call) {
        Problems problems = new Problems();
        PresentmentForm form = new PresentmentForm(call, problems);
        JsonBody.read(call.body().getBytes(), problems, form);
        form.check(problems);
        return form;
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        if (message.takePayment(name, in) || message.takeApproval(name, in) || takeOwner(name, in)) {
            return;
        }
        switch (name) {
            case "reference" -> reference = in.text(name, NetworkMessage.MAX_REFERENCE);
            case "original_reference" -> original = in.text(name, NetworkMessage.MAX_REFERENCE);
            case "type" -> type = in.word(name, ClearingType.class);
            case "transfer_type" -> transfer = in.word(name, TransferType.class);
            case "cleared_at" -> clearedAt = in.instant(name);
            default -> in.skip();
        }
    }

    private boolean takeOwner(String name, JsonReader in) throws IOException {
        switch (name) {
            case "card_id" -> cardId = in.uuid(name);
            case "tenant_account_ref" -> accountRef = in.text(name, ReferenceLength.MAX_REF);
            case "authorization_id" -> authorization = in.uuid(name);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void check(Problems problems) {
        boolean spoilt = problems.mention("card_id") || problems.mention("tenant_account_ref");
        if (cardId == null && accountRef == null && !spoilt) {
            problems.add("card_id", DetailCode.REQUIRED, "is required unless tenant_account_ref is given");
        } else if (cardId != null && accountRef != null) {
            problems.add("card_id", DetailCode.INVALID_VALUE, "must not be given beside tenant_account_ref");
        }
        problems.require("reference", reference);
        problems.require("type", type);
        problems.require("transfer_type", transfer);
        if (type != null && type.takesBack()) {
            problems.require("original_reference", original);
        }
        Amounts ignored = message.toAmounts();
        problems.throwIfAny();
        Objects.requireNonNull(ignored);
    }

    @Nullable
    UUID cardId() {
        return cardId;
    }

    /** The account that the record names itself. */
    AccountKey account() {
        return new AccountKey(call.tenant().id(), Objects.requireNonNull(accountRef));
    }

    /** The record as a message about this account or card. */
    NetworkMessage toMessage(NetworkMessage.Subject subject) {
        Amounts amounts = Objects.requireNonNull(message.toAmounts());
        ClearingRecord cleared = new ClearingRecord(
                Objects.requireNonNull(type),
                Objects.requireNonNull(transfer),
                Objects.requireNonNull(reference),
                original,
                amounts);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new NetworkMessage(
                cleared.messageId(subject.account()),
                MessageFunction.CLEARING,
                subject,
                message.toLinks(authorization),
                message.toPlace(amounts),
                cleared.content(),
                new Timing(Objects.requireNonNullElse(clearedAt, now), now));
    }
}
