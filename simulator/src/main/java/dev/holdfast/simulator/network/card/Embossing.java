package dev.holdfast.simulator.network.card;

/**
 * What is on the card. Prints nothing of it.
 *
 * @param pan 12 to 19 digits
 * @param expiry YYMM
 * @param cvv2 three digits
 */
public record Embossing(String pan, String expiry, String cvv2) {

    public Embossing {
        require(pan.matches("[0-9]{12,19}"), "a card number has 12 to 19 digits");
        require(expiry.matches("[0-9]{2}(0[1-9]|1[0-2])"), "an expiry date is YYMM");
        require(cvv2.matches("[0-9]{3}"), "a card verification value has three digits");
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }

    @Override
    public String toString() {
        return "embossing";
    }
}
