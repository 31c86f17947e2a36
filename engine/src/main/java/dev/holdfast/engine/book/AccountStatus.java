package dev.holdfast.engine.book;

import java.util.Locale;

/** Whether an account takes new spending and top-ups. What the network has begun settles either way. */
public enum AccountStatus {
    ACTIVE,
    INACTIVE;

    /** The name on the wire and in the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the status with this label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AccountStatus ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
