package dev.holdfast.ledgerapi.delivery;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.challenge.Challenge;
import dev.holdfast.engine.challenge.ChallengeRequest.Holder;
import dev.holdfast.engine.challenge.ChallengeRequest.Purchase;
import dev.holdfast.engine.vault.SecretDigits;
import dev.holdfast.ledgerapi.json.JsonText;
import io.vertx.core.buffer.Buffer;

import java.io.IOException;

/** Writes the notifications of challenges, with the names of Open Fabric's reference. */
final class ChallengeBody {

    private ChallengeBody() {}

    static Buffer oob(Challenge challenge) {
        return JsonText.object(json -> write(json, challenge));
    }

    static Buffer otp(Challenge challenge, SecretDigits code, ChallengeTarget target) {
        return JsonText.object(json -> {
            write(json, challenge);
            if (target.encryption().isPresent()) {
                String encrypted = target.encryption().get().encrypt(code);
                json.writeStringField("encrypted_authentication_credential", encrypted);
            } else {
                json.writeStringField("authentication_credential", code.reveal());
            }
        });
    }

    private static void write(JsonGenerator json, Challenge challenge) throws IOException {
        Holder holder = challenge.request().holder();
        Purchase purchase = challenge.request().purchase();
        json.writeStringField("three_ds_challenge_id", challenge.id().toString());
        json.writeStringField("tenant_customer_ref", holder.customerRef());
        json.writeStringField("customer_id", holder.customerId().toString());
        json.writeStringField("tenant_account_ref", holder.account().ref());
        json.writeStringField(
                "account_id", AccountId.of(holder.account()).value().toString());
        json.writeStringField("static_token_id", holder.card().toString());
        json.writeStringField("merchant_name", purchase.merchant());
        json.writeNumberField("transaction_amount", purchase.amount().toMajor());
        json.writeStringField(
                "transaction_currency", purchase.amount().currency().code());
        JsonText.instant(json, "creation_time", challenge.createdAt());
    }
}
