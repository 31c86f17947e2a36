package dev.holdfast.engine.control;

import dev.holdfast.engine.json.JsonPlace;

/** How far a version of a control set has come. It goes forward only; to go back is to draft a new version. */
public enum ControlStatus {
    /** May be changed; asked by nobody but a backtest. */
    DRAFT,
    /** Evaluated and counted with every purchase, but never declines one. */
    SHADOW,
    /** Declines. */
    ACTIVE,
    /** Replaced or given up. */
    RETIRED;

    public boolean mayBecome(ControlStatus next) {
        return switch (this) {
            case DRAFT -> next == SHADOW || next == RETIRED;
            case SHADOW -> next == ACTIVE || next == RETIRED;
            case ACTIVE -> next == RETIRED;
            case RETIRED -> false;
        };
    }

    /** Whether its rules are asked, and its counters count, when a purchase is decided. */
    boolean evaluated() {
        return this == SHADOW || this == ACTIVE;
    }

    /** The name in texts and in the database. */
    public String label() {
        return JsonPlace.label(this);
    }
}
