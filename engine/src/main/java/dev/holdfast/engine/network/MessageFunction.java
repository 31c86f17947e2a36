package dev.holdfast.engine.network;

import java.util.Arrays;
import java.util.Locale;

/** What a message is for. A repeat has the function of what it repeats. The number is what the database stores. */
public enum MessageFunction {
    /** 0100: asks, another message will present what is bought. */
    AUTHORIZATION(1),
    /** 0200: asks and presents in one. */
    FINANCIAL(2),
    /** 0120: tells what the network has decided. */
    AUTHORIZATION_ADVICE(3),
    /** 0220: presents. */
    FINANCIAL_ADVICE(4),
    /** 0400. */
    REVERSAL(5),
    /** 0420. */
    REVERSAL_ADVICE(6),
    /** 0190: an answer was not taken. */
    NEGATIVE_ACKNOWLEDGEMENT(7),
    /** A record of a clearing file. */
    CLEARING(8),
    /** The engine's own: an answer is not certain to have been in time. */
    VOID(9),
    /** The engine's own: a lifetime is over. */
    EXPIRY(10),
    /** An operator's: an expiry is taken back. */
    UNEXPIRY(11),
    /** A platform's: asks for a decision, and moves the money itself by ledger operations. */
    APPROVAL(12);

    private final short number;

    MessageFunction(int number) {
        this.number = (short) number;
    }

    public short number() {
        return number;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it asks for a decision. Others state what has happened and are taken. */
    public boolean isRequest() {
        return this == AUTHORIZATION || this == FINANCIAL || this == APPROVAL;
    }

    /**
     * Returns the function that is stored as this number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static MessageFunction ofNumber(int number) {
        return Arrays.stream(values())
                .filter(function -> function.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no message function has the number " + number));
    }
}
