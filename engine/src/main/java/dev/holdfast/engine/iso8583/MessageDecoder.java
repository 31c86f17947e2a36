package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Objects;

/** Reads bytes by a profile's table. Holds no state but the profile. */
final class MessageDecoder {

    private final Profile profile;

    MessageDecoder(Profile profile) {
        this.profile = profile;
    }

    Decoded decode(byte[] buffer, int from, int to) {
        Objects.checkFromToIndex(from, to, buffer.length);
        if (to - from > Message.MAX_BYTES) {
            return new Malformed(Malformed.HEADER, 0, Message.MAX_BYTES, Reason.MESSAGE_TOO_LONG);
        }
        Cursor cursor = new Cursor(Arrays.copyOfRange(buffer, from, to), to - from);
        Message message = read(cursor);
        return message == null ? cursor.failure() : message;
    }

    private @Nullable Message read(Cursor cursor) {
        cursor.field = Malformed.HEADER;
        StationHeader header = profile.isHeaded() ? StationHeader.read(cursor) : null;
        if (profile.isHeaded() && header == null) {
            return null;
        }
        cursor.field = Malformed.MESSAGE_TYPE;
        Mti mti = Mti.read(cursor, profile.mtiEncoding());
        if (mti == null) {
            return null;
        }
        cursor.field = Malformed.BITMAP;
        Bitmap bitmap = Bitmap.read(cursor, profile.bitmapEncoding());
        if (bitmap == null) {
            return null;
        }
        int[] spans = new int[bitmap.size()];
        return readFields(cursor, bitmap, spans)
                ? new Message(profile, header, mti, new Fields(cursor.bytes, bitmap, spans))
                : null;
    }

    private boolean readFields(Cursor cursor, Bitmap bitmap, int[] spans) {
        int rank = 0;
        for (int number = bitmap.after(0); number != 0; number = bitmap.after(number)) {
            cursor.field = number;
            FieldSpec spec = profile.fields().find(number);
            if (spec == null) {
                return cursor.fail(Reason.UNKNOWN_FIELD);
            }
            int span = spec.read(cursor);
            if (span == Span.NONE) {
                return false;
            }
            spans[rank++] = span;
        }
        return cursor.left() == 0 || cursor.fail(Reason.TRAILING_BYTES);
    }
}
