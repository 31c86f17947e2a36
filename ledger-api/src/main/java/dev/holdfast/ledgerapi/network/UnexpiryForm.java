package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.network.Content;
import dev.holdfast.engine.network.Links;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.network.NetworkMessage;
import dev.holdfast.engine.network.Timing;
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

/** The body that takes an expiry back. */
final class UnexpiryForm implements JsonForm {

    private @Nullable String account;
    private @Nullable UUID payment;
    private @Nullable String operator;
    private @Nullable String key;

    private UnexpiryForm() {}

    /**
     * Decodes a body.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static NetworkMessage read(Call call) {
        Problems problems = new Problems();
        UnexpiryForm form = new UnexpiryForm();
        JsonBody.read(call.body().getBytes(), problems, form);
        problems.require("tenant_account_ref", form.account);
        problems.require("payment_id", form.payment);
        problems.require("operator", form.operator);
        problems.require("idempotency_key", form.key);
        problems.throwIfAny();
        return form.toMessage(call.tenant().id());
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "tenant_account_ref" -> account = in.text(name, ReferenceLength.MAX_REF);
            case "payment_id" -> payment = in.uuid(name);
            case "operator" -> operator = in.text(name, ReferenceLength.MAX_REF);
            case "idempotency_key" -> key = in.text(name, ReferenceLength.MAX_ID);
            default -> in.skip();
        }
    }

    private NetworkMessage toMessage(int tenant) {
        AccountKey owner = new AccountKey(tenant, Objects.requireNonNull(account));
        UUID expired = Objects.requireNonNull(payment);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new NetworkMessage(
                Digest.of("unexpiry")
                        .with(AccountId.of(owner).value())
                        .with(expired)
                        .with(key)
                        .toUuid(),
                MessageFunction.UNEXPIRY,
                new NetworkMessage.Subject(owner, null),
                Links.NONE,
                null,
                new Content.Unexpiry(expired, Objects.requireNonNull(operator)),
                new Timing(now, now));
    }
}
