package dev.holdfast.simulator.network.message;

/**
 * Where the card is used.
 *
 * @param category DE18, four digits
 * @param id DE42, at most 15 characters
 * @param terminal DE41, at most 8 characters
 * @param entryMode DE22, three digits
 */
public record Merchant(String category, String id, String terminal, String entryMode) {}
