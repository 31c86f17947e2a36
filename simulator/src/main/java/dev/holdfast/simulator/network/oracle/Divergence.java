package dev.holdfast.simulator.network.oracle;

import java.util.List;

/**
 * Where the issuer and the model differ.
 *
 * @param seed of the run
 * @param subject the message, or the account
 * @param history the messages of the payment, or of the account's last payments; no card data
 */
public record Divergence(long seed, String subject, String expected, String actual, List<String> history) {

    /** On several lines, for people. */
    public String describe() {
        return subject + "\n  seed     " + seed + "\n  expected " + expected + "\n  actual   " + actual + "\n  "
                + String.join("\n  ", history);
    }
}
