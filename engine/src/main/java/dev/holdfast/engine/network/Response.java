package dev.holdfast.engine.network;

import java.util.Arrays;
import java.util.Locale;

/** How a message is answered. The number is what the database stores. */
public enum Response {
    APPROVED(1),
    /** Less than what was asked for. */
    PARTIALLY_APPROVED(2),
    /** Nothing speaks against the card; no money was asked for. */
    NOTHING_AGAINST(3),
    DECLINED(4),
    /** A statement was taken. */
    TAKEN(5);

    private final short number;

    Response(int number) {
        this.number = (short) number;
    }

    public short number() {
        return number;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the network was told yes. */
    public boolean isApproval() {
        return this == APPROVED || this == PARTIALLY_APPROVED || this == NOTHING_AGAINST;
    }

    /** @throws IllegalArgumentException if there is none */
    public static Response ofNumber(int number) {
        return Arrays.stream(values())
                .filter(response -> response.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no response has the number " + number));
    }
}
