package dev.holdfast.simulator.population;

/**
 * Who pays.
 *
 * @param seed everything random in a run follows from it
 * @param runId distinguishes runs with the same seed on one database; 1 to 24 characters of a-z, 0-9 and -
 * @param accounts from 1 to 1,000,000
 * @param zipfExponent how uneven the flow is: 0 is uniform, real consumers are well below 1; from 0 to 3
 * @param currencies the mix of account currencies
 * @param fundingDollars what each account is funded with, in the worth of US dollars; from 0 to 1,000,000
 */
public record PopulationOptions(
        long seed, String runId, int accounts, double zipfExponent, CurrencyMix currencies, double fundingDollars) {

    public PopulationOptions {
        require(runId.matches("[a-z0-9-]{1,24}"), "a run id has 1 to 24 characters of a-z, 0-9 and -");
        require(accounts >= 1 && accounts <= 1_000_000, "accounts: from 1 to 1,000,000");
        require(zipfExponent >= 0 && zipfExponent <= 3, "Zipf exponent: from 0 to 3");
        require(fundingDollars >= 0 && fundingDollars <= 1_000_000, "funding: from 0 to 1,000,000 dollars");
    }

    /** The same with more or fewer accounts. */
    public PopulationOptions withAccounts(int other) {
        return new PopulationOptions(seed, runId, other, zipfExponent, currencies, fundingDollars);
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
