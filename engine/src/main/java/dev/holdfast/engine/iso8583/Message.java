package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/**
 * A decoded message: a view over its bytes that makes a value when asked for one. Two messages are equal if their profile
 * and bytes are. {@code toString} shows the type, the fields that are safe to print, and the numbers of the others.
 */
public final class Message implements Decoded {

    /** The longest message, frame prefix excluded. Visa-style networks send at most 2,048 bytes, others less than this. */
    public static final int MAX_BYTES = 8192;

    private final Profile profile;
    private final @Nullable StationHeader header;
    private final Mti mti;
    private final Fields fields;

    Message(Profile profile, @Nullable StationHeader header, Mti mti, Fields fields) {
        this.profile = profile;
        this.header = header;
        this.mti = mti;
        this.fields = fields;
    }

    public Profile profile() {
        return profile;
    }

    public Mti mti() {
        return mti;
    }

    /** Returns the station header; null in profiles without one. */
    public @Nullable StationHeader header() {
        return header;
    }

    public boolean has(int number) {
        return fields.has(number);
    }

    /** Returns the numbers of the fields, ascending. */
    public IntStream numbers() {
        return IntStream.iterate(fields.bitmap.after(0), number -> number != 0, fields.bitmap::after);
    }

    /** Returns a field's characters, or its bytes in upper-case hexadecimal; null if it is absent. */
    public @Nullable String find(int number) {
        return has(number) ? spec(number).text(fields.bytes, fields.span(number)) : null;
    }

    /**
     * Returns a field's characters, or its bytes in upper-case hexadecimal.
     *
     * @throws NoSuchElementException if the field is absent
     */
    public String text(int number) {
        String text = find(number);
        if (text == null) {
            throw new NoSuchElementException("DE" + number + " is absent");
        }
        return text;
    }

    /**
     * Returns a numeric field of at most 18 digits as a number, without making a string.
     *
     * @throws NoSuchElementException if the field is absent
     * @throws IllegalArgumentException if the field is not numeric or longer
     */
    public long number(int number) {
        if (!has(number)) {
            throw new NoSuchElementException("DE" + number + " is absent");
        }
        FieldSpec spec = spec(number);
        int span = fields.span(number);
        int units = Span.units(span);
        if (spec.content() != Content.NUMERIC || units > 18) {
            throw new IllegalArgumentException("DE" + number + " is not a number of at most 18 digits");
        }
        return spec.encoding().number(fields.bytes, Span.from(span), units, 0, units);
    }

    /**
     * Returns an element inside a field: a position from 1, the bit of a sub-bitmap, a tag, or a group from 1. Null if
     * the field or the element is absent.
     */
    public @Nullable String element(int number, int element) {
        return has(number) ? spec(number).element(fields.bytes, fields.span(number), element) : null;
    }

    /** Returns a part of an element, for instance position 1 of DE48.61; null if either is absent. */
    public @Nullable String element(int number, int element, int part) {
        if (!has(number) || !(spec(number).shape() instanceof Elements elements)) {
            return null;
        }
        int span = fields.span(number);
        Cursor cursor = new Cursor(fields.bytes, fields.bytes.length);
        cursor.enter(spec(number).encoding(), Span.from(span), Span.units(span));
        return elements.part(cursor, Span.units(span), element, part);
    }

    /** Returns a builder of the answer: the next message type, the stations swapped, these fields copied if present. */
    public MessageBuilder answer(int... echoed) {
        MessageBuilder answer = new MessageBuilder(profile, mti.answer());
        if (header != null) {
            answer.header(header.answer());
        }
        for (int number : echoed) {
            if (has(number)) {
                answer.copy(number, this);
            }
        }
        return answer;
    }

    /** Returns a copy of the bytes, without the frame's length prefix. */
    public byte[] toBytes() {
        return fields.bytes.clone();
    }

    Fields fields() {
        return fields;
    }

    private FieldSpec spec(int number) {
        return profile.fields().get(number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Message message
                && profile == message.profile
                && Arrays.equals(fields.bytes, message.fields.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(fields.bytes);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(mti.toString());
        numbers().forEach(number -> {
            text.append(" DE").append(number);
            if (FieldTable.isPrintable(number)) {
                text.append('=').append(find(number));
            }
        });
        return text.toString();
    }
}
