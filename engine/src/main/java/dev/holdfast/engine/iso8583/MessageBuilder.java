package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * Writes a message. Fields may come in any order; a later value replaces an earlier one. Every value is checked as the
 * decoder would check it. A value that does not fit is a programming error: {@link IllegalArgumentException} with the field
 * and the reason, never the value.
 */
public final class MessageBuilder {

    private static final int FIRST_CAPACITY = 512;

    /** Replaced values stay in the scratch bytes, so it may outgrow a message; spans hold 15 bits of place. */
    private static final int MAX_SCRATCH = 4 * Message.MAX_BYTES - 1;

    private final Profile profile;
    private final Mti mti;
    private @Nullable StationHeader header;
    private long low;
    private long high;

    /** The fields as written, prefix included, in order of arrival. */
    private byte[] scratch = new byte[FIRST_CAPACITY];

    private Cursor cursor = new Cursor(scratch, 0);

    private int used;

    /** By field number: where it lies in the scratch bytes, and how many it takes. */
    private final int[] places = new int[FieldTable.LAST + 1];

    MessageBuilder(Profile profile, Mti mti) {
        this.profile = profile;
        this.mti = mti;
    }

    /**
     * Sets the station header.
     *
     * @throws IllegalArgumentException if the profile has none
     */
    public MessageBuilder header(StationHeader header) {
        if (!profile.isHeaded()) {
            throw new IllegalArgumentException(profile + " has no station header");
        }
        this.header = header;
        return this;
    }

    /** Sets a field to exactly these characters; a binary field to these hexadecimal digits. */
    public MessageBuilder set(int number, String value) {
        FieldSpec spec = profile.fields().get(number);
        reserve(spec, spec.units(value));
        spec.write(scratch, used, value);
        return accept(spec, used + spec.width(spec.units(value)));
    }

    /**
     * Sets a field made of elements: DE48 of {@link Profiles#MASTERCARD_STYLE}, or a field with its own bitmap.
     *
     * @param lead what comes before the elements: the category code of DE48, else nothing
     * @param elements by tag or bit
     */
    public MessageBuilder set(int number, String lead, Map<Integer, String> elements) {
        Shape shape = profile.fields().get(number).shape();
        if (shape instanceof SubBitmap fields && lead.isEmpty()) {
            return set(number, fields.write(new TreeMap<>(elements)));
        }
        if (shape instanceof Elements) {
            return set(number, Elements.write(lead, new TreeMap<>(elements)));
        }
        throw new IllegalArgumentException("DE" + number + " has no elements of its own");
    }

    /** Sets a numeric field of fixed length, with leading zeros. */
    public MessageBuilder set(int number, long value) {
        FieldSpec spec = profile.fields().get(number);
        int units = spec.size().max();
        if (spec.content() != Content.NUMERIC || !spec.size().isFixed() || value < 0 || digits(value) > units) {
            throw refusal(number, Reason.BAD_LENGTH);
        }
        int from = reserve(spec, units);
        spec.encoding().writeNumber(scratch, from, units, value);
        return accept(spec, from + spec.encoding().width(units));
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** Sets a binary field. */
    public MessageBuilder set(int number, byte[] value) {
        FieldSpec spec = profile.fields().get(number);
        if (spec.content() != Content.BINARY) {
            throw new IllegalArgumentException("DE" + number + " is not binary");
        }
        int from = reserve(spec, value.length);
        System.arraycopy(value, 0, scratch, from, value.length);
        return accept(spec, from + value.length);
    }

    /** Sets a field of fixed length to these characters with spaces behind them: names, terminal and merchant numbers. */
    public MessageBuilder padded(int number, String value) {
        int missing = profile.fields().get(number).size().max() - value.length();
        return set(number, missing > 0 ? value + " ".repeat(missing) : value);
    }

    /**
     * Copies a field as it stands in a message of the same profile.
     *
     * @throws IllegalArgumentException if the profiles differ
     * @throws NoSuchElementException if the message lacks the field
     */
    public MessageBuilder copy(int number, Message message) {
        if (message.profile() != profile) {
            throw new IllegalArgumentException("a message of " + message.profile() + " in one of " + profile);
        }
        FieldSpec spec = profile.fields().get(number);
        Fields fields = message.fields();
        if (!fields.has(number)) {
            throw new NoSuchElementException("DE" + number + " is absent");
        }
        int span = fields.span(number);
        int width = spec.encoding().width(Span.units(span));
        int from = reserve(spec, Span.units(span));
        System.arraycopy(fields.bytes, Span.from(span), scratch, from, width);
        return accept(spec, from + width);
    }

    public MessageBuilder remove(int number) {
        low &= number <= 64 ? ~Bitmap.bit(number) : -1;
        high &= number <= 64 ? -1 : ~Bitmap.bit(number);
        return this;
    }

    /** Writes the length prefix. Returns where the value goes. */
    private int reserve(FieldSpec spec, int units) {
        if (!spec.size().fits(units)) {
            throw refusal(spec.number(), units == 0 ? Reason.LENGTH_ZERO : Reason.BAD_LENGTH);
        }
        int prefix = spec.size().prefix().width();
        int needed = used + spec.width(units);
        if (needed > MAX_SCRATCH) {
            throw refusal(spec.number(), Reason.MESSAGE_TOO_LONG);
        }
        if (needed > scratch.length) {
            scratch = Arrays.copyOf(scratch, Math.max(needed, 2 * scratch.length));
            cursor = new Cursor(scratch, 0);
        }
        spec.size().write(scratch, used, units);
        return used + prefix;
    }

    /** Checks what was written since {@link #used} with the decoder's code, and keeps it. */
    private MessageBuilder accept(FieldSpec spec, int end) {
        cursor.restart(spec.number(), used, end);
        if (spec.read(cursor) == Span.NONE) {
            throw refusal(spec.number(), cursor.failure().reason());
        }
        places[spec.number()] = Span.of(used, end - used);
        used = end;
        low |= spec.number() <= 64 ? Bitmap.bit(spec.number()) : 0;
        high |= spec.number() <= 64 ? 0 : Bitmap.bit(spec.number());
        return this;
    }

    private static IllegalArgumentException refusal(int number, Reason reason) {
        return new IllegalArgumentException("DE" + number + ": " + reason);
    }

    public Mti mti() {
        return mti;
    }

    /**
     * Returns the message as its receiver will read it.
     *
     * @throws IllegalArgumentException as {@link #encode()}
     */
    public Message build() {
        return profile.decode(encode()).fold(message -> message, malformed -> {
            throw new IllegalArgumentException(malformed.toString());
        });
    }

    /**
     * Returns the message's bytes, without the frame's length prefix.
     *
     * @throws IllegalArgumentException if there is no field, the header is missing, or the message is above
     *     {@link Message#MAX_BYTES}
     */
    public byte[] encode() {
        Bitmap bitmap = new Bitmap(low, high);
        int start = headerBytes();
        int body = start + profile.mtiEncoding().width(4);
        int fields = body + bitmap.writtenBytes(profile.bitmapEncoding());
        byte[] bytes = new byte[fields + fieldBytes(bitmap)];
        if (bitmap.size() == 0 || bytes.length > Message.MAX_BYTES) {
            throw new IllegalArgumentException(bitmap.size() == 0 ? "no field" : "too long");
        }
        profile.mtiEncoding().writeNumber(bytes, start, 4, mti.code());
        bitmap.write(bytes, body, profile.bitmapEncoding());
        int at = fields;
        for (int number = bitmap.after(0); number != 0; number = bitmap.after(number)) {
            int length = Span.units(places[number]);
            System.arraycopy(scratch, Span.from(places[number]), bytes, at, length);
            at += length;
        }
        if (header != null) {
            header.write(bytes, bytes.length);
        }
        return bytes;
    }

    private int headerBytes() {
        if (!profile.isHeaded()) {
            return 0;
        }
        if (header == null) {
            throw new IllegalArgumentException(profile + " needs a station header");
        }
        return header.length();
    }

    private int fieldBytes(Bitmap bitmap) {
        int bytes = 0;
        for (int number = bitmap.after(0); number != 0; number = bitmap.after(number)) {
            bytes += Span.units(places[number]);
        }
        return bytes;
    }

    /** Prints the type only. */
    @Override
    public String toString() {
        return mti.toString();
    }
}
