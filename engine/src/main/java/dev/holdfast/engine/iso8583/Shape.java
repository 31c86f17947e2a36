package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

/** What a value is made of, beyond its characters. Works on the value that the cursor has entered. */
sealed interface Shape permits DatePattern, Positional, Repeated, Elements, SubBitmap, BerTlv, Datasets {

    /** Checks {@code count} units from {@code start}. Returns false after noting a failure. */
    boolean check(Cursor cursor, int start, int count);

    /** Returns an element of checked units, or null if it is absent. */
    @Nullable
    String element(Cursor cursor, int start, int count, int element);
}
