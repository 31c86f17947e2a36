package dev.holdfast.engine.card;

import java.util.Locale;

/** What the network is to do with a card's entry in its stand-in file. */
public enum FileAction {
    ADD,
    DELETE;

    /** How the database spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FileAction ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
