package dev.holdfast.engine.iso8583;

/** The checked bytes of a message and where its fields lie in them: one span per set bit, in order. */
final class Fields {

    final byte[] bytes;
    final Bitmap bitmap;
    private final int[] spans;

    Fields(byte[] bytes, Bitmap bitmap, int[] spans) {
        this.bytes = bytes;
        this.bitmap = bitmap;
        this.spans = spans;
    }

    boolean has(int number) {
        return number > 1 && number <= FieldTable.LAST && bitmap.has(number);
    }

    /** Notes where the present field of this rank lies. The decoder's alone, before anybody sees the message. */
    void place(int rank, int span) {
        spans[rank] = span;
    }

    /** Returns where a present field lies. */
    int span(int number) {
        return spans[bitmap.rank(number)];
    }
}
