package dev.holdfast.engine.control;

import java.util.Locale;

/** Why a change of controls was refused. The wire code is the name in lower case. */
public enum ControlRefusal {
    CONTROL_NOT_FOUND("no control has this name"),
    VERSION_NOT_FOUND("the control has no version with this number"),
    NOT_A_DRAFT("only a draft may be changed: what a version has decided must stay explicable"),
    WRONG_STEP("a version goes from draft to shadow to active, and from each of them to retired"),
    ANOTHER_IN_SHADOW("another version of the control is in shadow"),
    TOO_MANY_VERSIONS("the control has as many versions as there may be"),
    ACCOUNT_NOT_FOUND("no account has this reference"),
    TOO_MANY_ASSIGNED("as many controls apply to the card and its account as may"),
    NOT_ASSIGNED("the control is not assigned there");

    private final String message;

    ControlRefusal(String message) {
        this.message = message;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String message() {
        return message;
    }
}
