package dev.holdfast.ledgerapi.control;

import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.ReferenceLength;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/** The body that assigns a control, or takes it away. */
final class AssignForm implements JsonForm {

    private @Nullable String control;
    private @Nullable UUID card;
    private @Nullable Boolean assigned;

    private AssignForm() {}

    /**
     * Decodes a body.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static AssignForm read(Call call) {
        Problems problems = new Problems();
        AssignForm form = new AssignForm();
        JsonBody.read(call.body().getBytes(), problems, form);
        problems.require("control", form.control);
        problems.require("assigned", form.assigned);
        problems.throwIfAny();
        return form;
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "control" -> control = in.text(name, ReferenceLength.MAX_REF);
            case "card_id" -> card = in.uuid(name);
            case "assigned" -> assigned = in.flag(name);
            default -> in.skip();
        }
    }

    String control() {
        return Objects.requireNonNull(control);
    }

    /** Null for all cards of the account. */
    @Nullable
    UUID card() {
        return card;
    }

    boolean assigned() {
        return Boolean.TRUE.equals(assigned);
    }
}
