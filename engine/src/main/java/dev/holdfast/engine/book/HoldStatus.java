package dev.holdfast.engine.book;

import java.util.Locale;

/** Whether a hold can be acted on, and what closed it if not. */
public enum HoldStatus {
    OPEN,
    /** Closed by a release that left nothing. */
    RELEASED,
    /** Closed because its lifetime was over. */
    EXPIRED;

    /** The name on the wire and in the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the status with this label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static HoldStatus ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
