package dev.holdfast.engine.control;

/**
 * One card's or one account's counter.
 *
 * @param subject the card's token or the account's reference, as the counter's scope says
 */
public record CounterKey(Counter counter, String subject) {}
