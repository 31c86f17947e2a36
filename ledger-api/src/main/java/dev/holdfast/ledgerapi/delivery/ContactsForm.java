package dev.holdfast.ledgerapi.delivery;

import dev.holdfast.engine.challenge.ChallengeId;
import dev.holdfast.engine.challenge.MaskedContacts;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** What a tenant answers who has sent a code. */
final class ContactsForm implements JsonForm {

    private @Nullable UUID challenge;
    private @Nullable String email;
    private @Nullable String phone;

    /** The contacts; empty if it is no answer about this challenge. */
    static Optional<MaskedContacts> read(Buffer body, ChallengeId id) {
        Problems problems = new Problems();
        ContactsForm form = new ContactsForm();
        try {
            JsonBody.read(body.getBytes(), problems, form);
            problems.throwIfAny();
        } catch (ApiException notAnAnswer) {
            return Optional.empty();
        }
        return id.value().equals(form.challenge)
                ? Optional.of(new MaskedContacts(form.email, form.phone))
                : Optional.empty();
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "three_ds_challenge_id" -> challenge = in.uuid(name);
            case "masked_email" -> email = in.text(name, MaskedContacts.MAX_EMAIL);
            case "masked_phone_number" -> phone = in.text(name, MaskedContacts.MAX_PHONE);
            default -> in.skip();
        }
    }
}
