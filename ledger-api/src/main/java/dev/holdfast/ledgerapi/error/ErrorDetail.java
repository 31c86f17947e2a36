package dev.holdfast.ledgerapi.error;

/**
 * One bad field.
 *
 * @param message a sentence without the field's name
 * @param param the field, members of objects after a dot ({@code amount.value}, {@code balances.0.currency})
 */
public record ErrorDetail(DetailCode code, String message, String param) {}
