package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Reads bytes by a profile's table. Holds no state but the profile. */
final class MessageDecoder {

    /** What of a malformed message its answer repeats: nothing in which a card number could lie. */
    private static final int[] ECHOED = {7, 11, 32, 33, 37, 41, 70};

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

    Optional<MessageBuilder> answerMalformed(byte[] buffer, int from, int to) {
        Objects.checkFromToIndex(from, to, buffer.length);
        if (to - from > Message.MAX_BYTES) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(Arrays.copyOfRange(buffer, from, to), to - from);
        Message start = readStart(cursor);
        if (start == null || !start.mti().isAnswered() || !start.has(7) || !start.has(11)) {
            return Optional.empty();
        }
        int bad = readFields(cursor, start.fields()) ? FieldTable.LAST + 1 : cursor.field;
        return bad > 11 ? Optional.of(start.answer(echoedBelow(bad))) : Optional.empty();
    }

    private static int[] echoedBelow(int bad) {
        return Arrays.stream(ECHOED).filter(number -> number < bad).toArray();
    }

    private @Nullable Message read(Cursor cursor) {
        Message message = readStart(cursor);
        return message != null && readFields(cursor, message.fields()) ? message : null;
    }

    /** Reads header, type and bitmap. The fields of the message that this returns are not read yet. */
    private @Nullable Message readStart(Cursor cursor) {
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
        return new Message(profile, header, mti, new Fields(cursor.bytes, bitmap, new int[bitmap.size()]));
    }

    private boolean readFields(Cursor cursor, Fields fields) {
        Bitmap bitmap = fields.bitmap;
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
            fields.place(rank++, span);
        }
        return cursor.left() == 0 || cursor.fail(Reason.TRAILING_BYTES);
    }
}
