/**
 * Strict JSON in, exact JSON out, without a tree in between.
 *
 * <p>{@link dev.holdfast.ledgerapi.json.JsonBody} reads a body member by member into a {@link
 * dev.holdfast.ledgerapi.json.JsonForm}; {@link dev.holdfast.ledgerapi.json.JsonReader} hands out one typed value and
 * notes what is wrong with it, so that one pass finds every bad field. {@link dev.holdfast.ledgerapi.json.JsonText}
 * writes answers.
 *
 * <p>Refused as a whole: bytes that are not UTF-8, syntax errors, a member named twice, anything after the object.
 * Members that nobody asked for are skipped. {@code null} is the same as absent.
 *
 * <p>Amounts are {@link java.math.BigDecimal} from the digits of the text; no binary floating point is involved, and an
 * exponent is not expanded before its size has been checked.
 *
 * <p>Bounds: nesting of 16, names of 128 characters, numbers of 1,000 characters; the server bounds the body.
 *
 * <p>Threads: one reader belongs to one request.
 */
@NullMarked
package dev.holdfast.ledgerapi.json;

import org.jspecify.annotations.NullMarked;
