package dev.holdfast.engine.hsm;

import java.time.YearMonth;

/** How an expiry is written into a card verification value. */
public enum ExpiryOrder {
    YYMM,
    MMYY;

    String format(YearMonth expiry) {
        String year = twoDigits(Math.floorMod(expiry.getYear(), 100));
        String month = twoDigits(expiry.getMonthValue());
        return switch (this) {
            case YYMM -> year + month;
            case MMYY -> month + year;
        };
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
