package dev.holdfast.engine.iso8583;

/**
 * How a variable field says its length.
 *
 * @param encoding digits in ASCII or EBCDIC, or {@link Encoding#RAW} for one binary byte
 * @param width bytes of the prefix; 0 for a field of fixed length
 */
record LengthPrefix(Encoding encoding, int width) {

    static final LengthPrefix NONE = new LengthPrefix(Encoding.RAW, 0);
    static final LengthPrefix BINARY_BYTE = new LengthPrefix(Encoding.RAW, 1);

    /** Returns the length and moves the cursor behind it, or returns -1 after noting a failure. */
    int read(Cursor cursor) {
        if (cursor.left() < width) {
            cursor.failAt(cursor.end, Reason.TRUNCATED);
            return -1;
        }
        int from = cursor.at;
        cursor.at += width;
        if (encoding == Encoding.RAW) {
            return cursor.bytes[from] & 0xFF;
        }
        int length = 0;
        for (int index = 0; index < width; index++) {
            char digit = encoding.unit(cursor.bytes, from, width, index);
            if (digit < '0' || digit > '9') {
                cursor.failAt(from + index, Reason.BAD_LENGTH);
                return -1;
            }
            length = length * 10 + digit - '0';
        }
        return length;
    }

    void write(byte[] bytes, int at, int length) {
        if (encoding == Encoding.RAW) {
            bytes[at] = (byte) length;
        } else {
            encoding.writeNumber(bytes, at, width, length);
        }
    }
}
