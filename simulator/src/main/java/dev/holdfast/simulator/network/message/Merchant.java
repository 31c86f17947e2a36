package dev.holdfast.simulator.network.message;

/**
 * Where the card is used.
 *
 * @param category DE18, four digits
 * @param id DE42, at most 15 characters
 * @param terminal DE41, at most 8 characters
 * @param entryMode DE22, three digits
 * @param abroad whether it charges in another currency than the card's, where the dialect can say so
 */
public record Merchant(String category, String id, String terminal, String entryMode, boolean abroad) {

    /** The same shop in another trade. */
    public Merchant in(String otherCategory) {
        return new Merchant(otherCategory, id, terminal, entryMode, abroad);
    }

    /** The same, charging in the card's currency. */
    public Merchant atHome() {
        return new Merchant(category, id, terminal, entryMode);
    }

    /** A merchant at home. */
    public Merchant(String category, String id, String terminal, String entryMode) {
        this(category, id, terminal, entryMode, false);
    }
}
