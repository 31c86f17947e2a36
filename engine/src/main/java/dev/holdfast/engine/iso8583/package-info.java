/**
 * The ISO 8583 codec: bytes to {@link dev.holdfast.engine.iso8583.Message} and back, by table. A dialect is a
 * {@link dev.holdfast.engine.iso8583.Profile}, which is data: one line per field. Adding a dialect adds a table, no code.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>{@code decode} never throws for any bytes. A bad byte is a {@link dev.holdfast.engine.iso8583.Malformed} with
 *       field, element, offset and reason, and nothing else: it cannot carry card data.
 *   <li>There is one encoding per message. What decodes, encodes to the same bytes from its values; so a changed byte is
 *       an error or another message, and a missing or added byte is always an error.
 *   <li>Nested fields (sub-bitmaps, TLV, fixed positions) are checked when the message is decoded. Reading an element of
 *       a decoded message cannot fail.
 *   <li>The builder checks each value with the decoder's own code, so it cannot write what the decoder refuses. A value
 *       that does not fit is an {@link java.lang.IllegalArgumentException} that names the field, never the value.
 *   <li>{@code toString} prints the fields of a short list only ({@link dev.holdfast.engine.iso8583.FieldTable}).
 * </ul>
 *
 * <p>Threads: messages, profiles and results are immutable; a builder belongs to one thread. No I/O, no clock.
 *
 * <p>Bounds: a message is at most {@link dev.holdfast.engine.iso8583.Message#MAX_BYTES} bytes; a decode allocates the
 * message, one copy of its bytes and one array of spans, and nothing per field. TLV: at most 64 items, 2 levels.
 */
@NullMarked
package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.NullMarked;
