package dev.holdfast.simulator.network.message;

/** The message types that carry payments. */
public enum Kind {
    AUTHORIZATION("0100"),
    FINANCIAL("0200"),
    AUTHORIZATION_ADVICE("0120"),
    FINANCIAL_ADVICE("0220"),
    REVERSAL("0400"),
    REVERSAL_ADVICE("0420");

    private final String mti;

    Kind(String mti) {
        this.mti = mti;
    }

    public String mti() {
        return mti;
    }

    /** The type of its repeats: 0101 for 0100. */
    public String repeatMti() {
        return mti.substring(0, 3) + "1";
    }

    /** Whether it asks for a decision, which may be a decline. The others state what has happened. */
    public boolean isRequest() {
        return this == AUTHORIZATION || this == FINANCIAL;
    }

    public boolean isReversal() {
        return this == REVERSAL || this == REVERSAL_ADVICE;
    }
}
