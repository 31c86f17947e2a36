package dev.holdfast.engine.network;

import java.util.Arrays;
import java.util.Locale;

/** Whose decision it was. The number is what the database stores. */
public enum DecidedBy {
    /** The issuer's: card, account, controls, funds. */
    ISSUER(1),
    /** Nobody's: the time was up. */
    DEADLINE(2),
    /** Nobody's: the system could not decide. */
    SYSTEM(3),
    /** The network's, which stood in. */
    NETWORK(4);

    private final short number;

    DecidedBy(int number) {
        this.number = (short) number;
    }

    public short number() {
        return number;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none */
    public static DecidedBy ofNumber(int number) {
        return Arrays.stream(values())
                .filter(by -> by.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody has the number " + number));
    }
}
