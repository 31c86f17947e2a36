package dev.holdfast.simulator.network.dialect;

import java.util.Currency;
import java.util.Locale;

/** Currencies as DE49 to DE51 write them. */
final class Currencies {

    private Currencies() {}

    static String numeric(Currency currency) {
        int code = currency.getNumericCode();
        return code >= 100 ? Integer.toString(code) : String.format(Locale.ROOT, "%03d", code);
    }
}
