package dev.holdfast.ledgerapi.card;

import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** The body that changes a card's status. */
final class StatusForm implements JsonForm {

    private static final int MAX_REASON = 200;

    private @Nullable CardStatus status;
    private @Nullable String reason;

    /**
     * Decodes the body of a call.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static StatusForm read(Call call) {
        Problems problems = new Problems();
        StatusForm form = new StatusForm();
        JsonBody.read(call.body().getBytes(), problems, form);
        problems.require("status", form.status);
        problems.require("reason", form.reason);
        problems.throwIfAny();
        return form;
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "status" -> status = in.word(name, CardStatus.class);
            case "reason" -> reason = in.value(name, StatusForm::notBlank, "must not be blank, or longer than 200");
            default -> in.skip();
        }
    }

    private static Optional<String> notBlank(String text) {
        return Optional.of(text).filter(given -> !given.isBlank() && given.length() <= MAX_REASON);
    }

    CardStatus status() {
        return Objects.requireNonNull(status);
    }

    String reason() {
        return Objects.requireNonNull(reason);
    }
}
