package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

/**
 * A message type of ISO 8583:1987, for instance 0100.
 *
 * @param code class, function and origin as a decimal number: 100 for 0100
 */
public record Mti(int code) {

    private static final int LOWEST = 100;
    private static final int HIGHEST = 895;
    private static final int LAST_ORIGIN = 5;

    /** All of them, so that a decode makes none. */
    private static final @Nullable Mti[] KNOWN = new Mti[HIGHEST + 1];

    static {
        for (int code = LOWEST; code <= HIGHEST; code++) {
            if (code % 10 <= LAST_ORIGIN) {
                KNOWN[code] = new Mti(code);
            }
        }
    }

    /** @throws IllegalArgumentException if the class is not 1 to 8 or the origin not 0 to 5 */
    public Mti {
        if (code < LOWEST || code > HIGHEST || code % 10 > LAST_ORIGIN) {
            throw new IllegalArgumentException("no message type of version 0");
        }
    }

    /**
     * Returns the message type written in four digits.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Mti of(String digits) {
        Mti known = Content.NUMERIC.allows(digits, 4) ? find(Integer.parseInt(digits)) : null;
        if (known == null) {
            throw new IllegalArgumentException("no message type of version 0");
        }
        return known;
    }

    /** Reads four digits. Returns null after noting a failure. */
    static @Nullable Mti read(Cursor cursor, Encoding encoding) {
        int width = encoding.width(4);
        if (cursor.left() < width) {
            cursor.failAt(cursor.end, Reason.TRUNCATED);
            return null;
        }
        int from = cursor.at;
        if (!encoding.check(cursor, from, 4, Content.NUMERIC)) {
            return null;
        }
        Mti known = find((int) encoding.number(cursor.bytes, from, 4, 0, 4));
        if (known == null) {
            cursor.fail(Reason.BAD_MESSAGE_TYPE);
        }
        cursor.at += width;
        return known;
    }

    private static @Nullable Mti find(int code) {
        return code >= LOWEST && code <= HIGHEST ? KNOWN[code] : null;
    }

    /** Whether the sender expects an answer: a request or an advice. */
    public boolean isAnswered() {
        return code / 10 % 10 % 2 == 0;
    }

    /** Whether this repeats an earlier message: 0121, 0401. */
    public boolean isRepeat() {
        return code % 10 % 2 == 1;
    }

    /**
     * Returns the type of the answer: 0110 for 0100 and 0101, 0430 for 0420 and 0421, 0312 for 0302, whose origin is the
     * issuer.
     *
     * @throws IllegalArgumentException if this is an answer itself
     */
    public Mti answer() {
        if (!isAnswered()) {
            throw new IllegalArgumentException(this + " is an answer");
        }
        return new Mti(code / 2 * 2 + 10);
    }

    @Override
    public String toString() {
        return "0" + code;
    }
}
