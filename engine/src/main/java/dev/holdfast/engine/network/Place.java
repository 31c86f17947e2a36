package dev.holdfast.engine.network;

import dev.holdfast.engine.control.Acceptance;
import dev.holdfast.engine.control.Merchant;

/**
 * Where the card is used, and how.
 *
 * @param terminal DE41, without padding; empty if there is none
 * @param name DE43, name and location as the acquirer writes them, without padding; empty if there is none
 */
public record Place(Merchant merchant, String terminal, String name, Acceptance acceptance) {

    /** Of the longest of the three, DE43; another door may say more, and is cut. */
    public static final int MAX_CHARACTERS = 99;

    public Place {
        requireText(terminal);
        requireText(name);
    }

    static void requireText(String text) {
        if (text.length() > MAX_CHARACTERS || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a text of a message has at most " + MAX_CHARACTERS
                    + " characters, no control characters among them");
        }
    }
}
