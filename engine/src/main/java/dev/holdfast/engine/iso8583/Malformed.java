package dev.holdfast.engine.iso8583;

/**
 * Bytes that are not a message of the profile. Holds no byte of them, so it is safe to log.
 *
 * @param field the data element, or {@link #HEADER}, {@link #MESSAGE_TYPE}, {@link #BITMAP}
 * @param element the element inside the field, 0 if the field itself is bad
 * @param offset of the first bad byte, counted from the start of the message
 */
public record Malformed(int field, int element, int offset, Reason reason) implements Decoded {

    public static final int HEADER = -1;
    public static final int MESSAGE_TYPE = 0;
    public static final int BITMAP = 1;

    @Override
    public String toString() {
        String place =
                switch (field) {
                    case HEADER -> "header";
                    case MESSAGE_TYPE -> "message type";
                    case BITMAP -> "bitmap";
                    default -> "DE" + field;
                };
        // Tags of chip data are known by their hexadecimal form; positions, bits and DE48's tags are below 100.
        String inside = element == 0 ? "" : "." + (element < 100 ? element : Integer.toHexString(element));
        return place + inside + " at byte " + offset + ": " + reason;
    }
}
