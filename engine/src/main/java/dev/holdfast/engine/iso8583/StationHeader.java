package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * The header before a Visa-style message: who sends to whom, 22 bytes. Four more, a bitmap and a code, mark a message that
 * the network rejects. Bytes: length, format 01, text format 02, total length (2), destination (3), source (3), round-trip
 * control, flags (2), status (3), batch, reserved (3), user information; then reject bitmap (2) and reject code (2).
 */
public final class StationHeader {

    static final int BYTES = 22;
    private static final int REJECT_BYTES = 26;
    private static final int FORMAT = 1;
    private static final int TEXT_FORMAT = 2;
    private static final int TOTAL_LENGTH = 3;
    private static final int DESTINATION = 5;
    private static final int SOURCE = 8;
    private static final int STATION_DIGITS = 6;
    private static final int STATION_BYTES = 3;
    private static final int REJECT_CODE = 24;
    private static final int REJECT_DIGITS = 4;

    private final byte[] bytes;

    private StationHeader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Returns a header with all flags zero.
     *
     * @throws IllegalArgumentException if a station is not six digits
     */
    public static StationHeader of(String destination, String source) {
        byte[] bytes = new byte[BYTES];
        bytes[0] = BYTES;
        bytes[FORMAT] = 1;
        bytes[TEXT_FORMAT] = 2;
        writeStation(bytes, DESTINATION, destination);
        writeStation(bytes, SOURCE, source);
        return new StationHeader(bytes);
    }

    private static void writeStation(byte[] bytes, int at, String station) {
        if (!Content.NUMERIC.allows(station, STATION_DIGITS)) {
            throw new IllegalArgumentException("a station is six digits");
        }
        Encoding.BCD.write(bytes, at, STATION_DIGITS, station);
    }

    /** Reads the header at the start of the message, which ends at the cursor's end. Null after noting a failure. */
    static @Nullable StationHeader read(Cursor cursor) {
        byte[] bytes = cursor.bytes;
        int start = cursor.at;
        if (cursor.left() < BYTES) {
            cursor.failAt(cursor.end, Reason.TRUNCATED);
            return null;
        }
        int length = bytes[start];
        if ((length != BYTES && length != REJECT_BYTES)
                || bytes[start + FORMAT] != 1
                || bytes[start + TEXT_FORMAT] != 2) {
            cursor.fail(Reason.BAD_HEADER);
            return null;
        }
        int total = (bytes[start + TOTAL_LENGTH] & 0xFF) << 8 | (bytes[start + TOTAL_LENGTH + 1] & 0xFF);
        if (total != cursor.left()) {
            cursor.failAt(start + TOTAL_LENGTH, total > cursor.left() ? Reason.TRUNCATED : Reason.TRAILING_BYTES);
            return null;
        }
        if (cursor.left() < length || !checkStations(cursor, start, length == REJECT_BYTES)) {
            cursor.fail(Reason.BAD_HEADER);
            return null;
        }
        cursor.at += length;
        return new StationHeader(Arrays.copyOfRange(bytes, start, start + length));
    }

    private static boolean checkStations(Cursor cursor, int start, boolean rejected) {
        return Encoding.BCD.check(cursor, start + DESTINATION, STATION_DIGITS, Content.NUMERIC)
                && Encoding.BCD.check(cursor, start + SOURCE, STATION_DIGITS, Content.NUMERIC)
                && (!rejected || Encoding.BCD.check(cursor, start + REJECT_CODE, REJECT_DIGITS, Content.NUMERIC));
    }

    public String destination() {
        return Encoding.BCD.text(bytes, DESTINATION, STATION_DIGITS, 0, STATION_DIGITS);
    }

    public String source() {
        return Encoding.BCD.text(bytes, SOURCE, STATION_DIGITS, 0, STATION_DIGITS);
    }

    /** Returns why the network rejects the message behind this header, four digits, or null if it does not. */
    public @Nullable String rejectCode() {
        return bytes.length == BYTES ? null : Encoding.BCD.text(bytes, REJECT_CODE, REJECT_DIGITS, 0, REJECT_DIGITS);
    }

    /** Returns the header of the answer: stations swapped, the rest as received, as the network demands. */
    public StationHeader answer() {
        byte[] answer = Arrays.copyOf(bytes, BYTES);
        answer[0] = BYTES;
        System.arraycopy(bytes, DESTINATION, answer, SOURCE, STATION_BYTES);
        System.arraycopy(bytes, SOURCE, answer, DESTINATION, STATION_BYTES);
        return new StationHeader(answer);
    }

    int length() {
        return bytes.length;
    }

    void write(byte[] target, int total) {
        System.arraycopy(bytes, 0, target, 0, bytes.length);
        target[TOTAL_LENGTH] = (byte) (total >>> 8);
        target[TOTAL_LENGTH + 1] = (byte) total;
    }

    @Override
    public String toString() {
        String code = rejectCode();
        return source() + ">" + destination() + (code == null ? "" : " rejected " + code);
    }
}
