package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.message.Merchant;
import dev.holdfast.simulator.population.Amounts;

import java.util.Currency;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where cards are used, and what is usual there. */
final class Shops {

    /**
     * @param category DE18
     * @param medianDollars what a purchase is worth, in the middle
     * @param weight how often, relative to the others
     */
    private record Trade(String category, double medianDollars, double weight) {}

    private static final List<Trade> TRADES = List.of(
            new Trade("5411", 32, 30),
            new Trade("5541", 45, 10),
            new Trade("5812", 24, 20),
            new Trade("5814", 9, 20),
            new Trade("5999", 38, 15),
            new Trade("7011", 210, 3),
            new Trade("4511", 320, 2));

    /** DE22: contactless, electronic commerce, chip, magnetic stripe, credential on file. */
    private static final List<String> ENTRY_MODES = List.of("071", "812", "051", "901", "102");

    private static final double[] ENTRY_SHARES = {0.40, 0.75, 0.90, 0.92, 1.0};

    private static final int SHOPS = 500;
    private static final double ABROAD_SHARE = 0.05;

    private Shops() {}

    /** A visit: where, and for how much in minor units. */
    record Visit(Merchant merchant, long minor) {}

    static Visit draw(Currency currency, RandomGenerator random) {
        Trade trade = trade(random);
        int shop = random.nextInt(SHOPS);
        boolean abroad = random.nextDouble() < ABROAD_SHARE;
        Merchant merchant =
                new Merchant(trade.category(), "SHOP" + trade.category() + shop, "T" + shop, entryMode(random), abroad);
        return new Visit(
                merchant,
                new Amounts(random).purchase(currency, trade.medianDollars()).minor());
    }

    private static Trade trade(RandomGenerator random) {
        double left =
                random.nextDouble() * TRADES.stream().mapToDouble(Trade::weight).sum();
        for (Trade trade : TRADES) {
            left -= trade.weight();
            if (left < 0) {
                return trade;
            }
        }
        return TRADES.get(0);
    }

    private static String entryMode(RandomGenerator random) {
        double point = random.nextDouble();
        int index = 0;
        while (index < ENTRY_SHARES.length - 1 && point >= ENTRY_SHARES[index]) {
            index++;
        }
        return ENTRY_MODES.get(index);
    }
}
