package dev.holdfast.engine.testing;

import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.account.AccountOpening.NewBalance;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.testing.SequenceWriter.Draw;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

import java.util.List;

/**
 * Random sequences of operations on a handful of accounts, dense in everything that can go wrong: holds over-captured,
 * closed, reopened and named by strangers; balances in other currencies; keys repeated with the same and another body.
 *
 * <p>A sequence is a list of small draws, each read in the light of those before it ({@link SequenceWriter}), so that
 * jqwik can shrink a failure to the few steps that matter.
 */
public final class LedgerSequences {

    private static final Currency PHP = Currency.of("PHP");
    private static final Currency JPY = Currency.of("JPY");
    private static final Currency BHD = Currency.of("BHD");

    private LedgerSequences() {}

    /** The accounts that every sequence works on; a sequence also names one that nobody opened. */
    public static List<AccountOpening> accounts(int tenantId, String prefix) {
        return List.of(
                new AccountOpening(new AccountKey(tenantId, prefix + "plain"), List.of(balance("default", PHP, 0))),
                new AccountOpening(new AccountKey(tenantId, prefix + "credit"), List.of(balance("default", JPY, 300))),
                new AccountOpening(
                        new AccountKey(tenantId, prefix + "many"),
                        List.of(
                                balance("default", PHP, 50),
                                balance("savings", PHP, 0),
                                balance("travel", JPY, 100),
                                balance("oil", BHD, 0))));
    }

    /** A sequence that has yet to be told whose accounts it is about. */
    public static final class Recipe {

        private final List<Draw> draws;

        private Recipe(List<Draw> draws) {
            this.draws = draws;
        }

        /** The sequence on the accounts with this prefix, which its first steps open and fund. */
        public List<Step> on(int tenantId, String prefix) {
            return new SequenceWriter(tenantId, prefix, accounts(tenantId, prefix)).write(draws);
        }
    }

    /** Recipes of up to {@code maxLength} steps. */
    public static Arbitrary<Recipe> recipes(int maxLength) {
        return draws().list()
                .ofMaxSize(maxLength)
                .withSizeDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .map(Recipe::new);
    }

    /** Sequences of up to {@code maxLength} steps on accounts of the first tenant. */
    public static Arbitrary<List<Step>> sequences(int maxLength) {
        return recipes(maxLength).map(recipe -> recipe.on(1, ""));
    }

    private static NewBalance balance(String ref, Currency currency, long creditLimitMinor) {
        return new NewBalance(ref, currency, creditLimitMinor);
    }

    private static Arbitrary<Draw> draws() {
        Arbitrary<Integer> percent = upTo(99);
        Arbitrary<Integer> choice = upTo(1_000);
        return Combinators.combine(percent, percent, percent, choice, choice, choice)
                .as(Draw::new);
    }

    /** Evenly: jqwik's own preference for small numbers would choose the same few operations. */
    private static Arbitrary<Integer> upTo(int max) {
        return Arbitraries.integers()
                .between(0, max)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }
}
