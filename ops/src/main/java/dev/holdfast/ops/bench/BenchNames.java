package dev.holdfast.ops.bench;

/** What accounts and operations are called. Of fixed widths, so that requests can be prepared. */
final class BenchNames {

    static final String CURRENCY = "USD";

    /** Of every operation. */
    static final long AMOUNT_MINOR = 12_34;

    static final String AMOUNT_MAJOR = "12.34";

    static final int ACCOUNT_DIGITS = 7;
    static final int NUMBER_DIGITS = 12;

    private BenchNames() {}

    static String account(int index) {
        return "bench-" + digits(index, ACCOUNT_DIGITS);
    }

    static String key(long number) {
        return "bench-key-" + digits(number, NUMBER_DIGITS);
    }

    static String transaction(long number) {
        return "bench-txn-" + digits(number, NUMBER_DIGITS);
    }

    static String action(long number) {
        return "bench-act-" + digits(number, NUMBER_DIGITS);
    }

    private static String digits(long value, int width) {
        char[] digits = new char[width];
        long rest = value;
        for (int i = width - 1; i >= 0; i--) {
            digits[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(digits);
    }
}
