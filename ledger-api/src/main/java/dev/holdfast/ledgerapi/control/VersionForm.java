package dev.holdfast.ledgerapi.control;

import dev.holdfast.engine.control.ControlStatus;
import dev.holdfast.engine.control.ControlVersion;
import dev.holdfast.engine.control.Controls;
import dev.holdfast.engine.control.Rule;
import dev.holdfast.engine.control.RulesJson;
import dev.holdfast.engine.json.JsonFormException;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The bodies about one version of a control: which, its rules, its status; each reads what it asks for. */
final class VersionForm implements JsonForm {

    private final Problems problems;
    private final Set<Member> asked;
    private @Nullable Integer number;
    private @Nullable List<Rule> rules;
    private @Nullable Step status;

    /** What a body may have, and must. */
    enum Member {
        NUMBER,
        RULES,
        STATUS
    }

    /** A version's next status; none becomes a draft. */
    enum Step {
        SHADOW(ControlStatus.SHADOW),
        ACTIVE(ControlStatus.ACTIVE),
        RETIRED(ControlStatus.RETIRED);

        private final ControlStatus status;

        Step(ControlStatus status) {
            this.status = status;
        }
    }

    private VersionForm(Problems problems, Set<Member> asked) {
        this.problems = problems;
        this.asked = asked;
    }

    /**
     * Decodes a body.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static VersionForm read(Call call, Member... asked) {
        Problems problems = new Problems();
        VersionForm form = new VersionForm(problems, Set.of(asked));
        JsonBody.read(call.body().getBytes(), problems, form);
        form.require(Member.NUMBER, "number", form.number);
        form.require(Member.RULES, "rules", form.rules);
        form.require(Member.STATUS, "status", form.status);
        if (call.pathParameter().isBlank()) {
            problems.add("control", DetailCode.INVALID_VALUE, "must not be blank");
        }
        if (call.pathParameter().length() > ControlVersion.MAX_NAME) {
            problems.add(
                    "control",
                    DetailCode.INVALID_VALUE,
                    "must have at most " + ControlVersion.MAX_NAME + " characters");
        }
        problems.throwIfAny();
        return form;
    }

    private void require(Member member, String name, @Nullable Object value) {
        if (asked.contains(member)) {
            problems.require(name, value);
        }
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        if (name.equals("number") && asked.contains(Member.NUMBER)) {
            number = in.whole(name, 1, Controls.MAX_VERSIONS);
        } else if (name.equals("rules") && asked.contains(Member.RULES)) {
            rules = rules(in.raw(name));
        } else if (name.equals("status") && asked.contains(Member.STATUS)) {
            status = in.word(name, Step.class);
        } else {
            in.skip();
        }
    }

    private @Nullable List<Rule> rules(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return RulesJson.read(text);
        } catch (JsonFormException bad) {
            String place = bad.place().isEmpty() ? "rules" : "rules." + bad.place();
            problems.add(place, DetailCode.INVALID_VALUE, bad.problem());
            return null;
        }
    }

    /** The version that path and body name. */
    ControlVersion version(Call call) {
        return new ControlVersion(call.pathParameter(), Objects.requireNonNull(number));
    }

    List<Rule> rules() {
        return Objects.requireNonNull(rules);
    }

    ControlStatus status() {
        return Objects.requireNonNull(status).status;
    }
}
