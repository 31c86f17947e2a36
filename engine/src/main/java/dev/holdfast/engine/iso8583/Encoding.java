package dev.holdfast.engine.iso8583;

import java.util.Arrays;

/**
 * How the units of a value lie in bytes. A unit is a character, a digit, or for {@link #RAW} a byte. Each character has
 * exactly one byte form, so that no message can be written in two ways.
 */
enum Encoding {
    ASCII {
        @Override
        char unit(byte[] bytes, int from, int units, int index) {
            int value = bytes[from + index];
            return value >= ' ' && value <= '~' ? (char) value : NONE;
        }

        @Override
        void put(byte[] bytes, int from, int units, int index, char character) {
            bytes[from + index] = character >= ' ' && character <= '~' ? (byte) character : 0;
        }
    },
    /** IBM code page 1047, its 95 printable characters. */
    EBCDIC {
        @Override
        char unit(byte[] bytes, int from, int units, int index) {
            return Ebcdic.CHARACTERS[bytes[from + index] & 0xFF];
        }

        @Override
        void put(byte[] bytes, int from, int units, int index, char character) {
            bytes[from + index] = character <= '~' ? Ebcdic.BYTES[character] : 0;
        }
    },
    /** Two digits a byte; an odd number starts with a zero half byte. D is the track separator. */
    BCD {
        @Override
        int width(int units) {
            return (units + 1) >> 1;
        }

        @Override
        char unit(byte[] bytes, int from, int units, int index) {
            int place = index + (units & 1);
            int pair = bytes[from + (place >> 1)];
            int nibble = (place & 1) == 0 ? (pair >> 4) & 0xF : pair & 0xF;
            return nibble <= 9 ? (char) ('0' + nibble) : nibble == 0xD ? '=' : NONE;
        }

        @Override
        void put(byte[] bytes, int from, int units, int index, char character) {
            int nibble = character >= '0' && character <= '9' ? character - '0' : character == '=' ? 0xD : 0xF;
            int place = index + (units & 1);
            int at = from + (place >> 1);
            int shift = (place & 1) == 0 ? 4 : 0;
            bytes[at] = (byte) ((bytes[at] & ~(0xF << shift)) | nibble << shift);
        }
    },
    RAW {
        @Override
        char unit(byte[] bytes, int from, int units, int index) {
            return (char) (bytes[from + index] & 0xFF);
        }

        @Override
        void put(byte[] bytes, int from, int units, int index, char character) {
            bytes[from + index] = (byte) character;
        }
    };

    static final char NONE = 0;

    /** Bytes that this many units take. */
    int width(int units) {
        return units;
    }

    /** Returns the unit at an index, or {@link #NONE} if the byte stands for no character. */
    abstract char unit(byte[] bytes, int from, int units, int index);

    /** Writes one unit into zeroed bytes. A character without a form is written as one that {@link #check} refuses. */
    abstract void put(byte[] bytes, int from, int units, int index, char character);

    /** Checks that every unit is in the content's class and that padding is zero. */
    boolean check(Cursor cursor, int from, int units, Content content) {
        if (this == BCD && (units & 1) == 1 && (cursor.bytes[from] & 0xF0) != 0) {
            return cursor.failAt(from, Reason.BAD_PADDING);
        }
        for (int index = 0; index < units; index++) {
            if (!content.allows(index, unit(cursor.bytes, from, units, index))) {
                return cursor.failAt(from + place(units, index), Reason.BAD_CHARACTER);
            }
        }
        return true;
    }

    /** Returns the byte, counted from the value's first, that holds a unit. */
    int place(int units, int index) {
        return this == BCD ? (index + (units & 1)) >> 1 : index;
    }

    String text(byte[] bytes, int from, int units, int start, int count) {
        char[] characters = new char[count];
        for (int index = 0; index < count; index++) {
            characters[index] = unit(bytes, from, units, start + index);
        }
        return new String(characters);
    }

    /** Returns checked digits as a number. At most 18 digits, so that the number fits. */
    long number(byte[] bytes, int from, int units, int start, int count) {
        long number = 0;
        for (int index = 0; index < count; index++) {
            number = number * 10 + unit(bytes, from, units, start + index) - '0';
        }
        return number;
    }

    void write(byte[] bytes, int from, int units, CharSequence value) {
        Arrays.fill(bytes, from, from + width(units), (byte) 0);
        for (int index = 0; index < units; index++) {
            put(bytes, from, units, index, value.charAt(index));
        }
    }

    /** Writes a number with leading zeros. */
    void writeNumber(byte[] bytes, int from, int units, long value) {
        Arrays.fill(bytes, from, from + width(units), (byte) 0);
        long rest = value;
        for (int index = units - 1; index >= 0; index--) {
            put(bytes, from, units, index, (char) ('0' + rest % 10));
            rest /= 10;
        }
    }
}
