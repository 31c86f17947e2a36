package dev.holdfast.engine.control;

import dev.holdfast.engine.money.Currency;

/**
 * How a purchase is made.
 *
 * @param currency the merchant's currency, which need not be the one billed
 */
public record Acceptance(Currency currency, Channel channel, EntryMode entryMode) {}
