package dev.holdfast.simulator.network.card;

/**
 * A card's PIN as a terminal would send it, DE52: encrypted already, so that no key is needed here. Prints nothing of it.
 *
 * @param right the block of the PIN, 16 hexadecimal digits
 * @param wrong the block of another PIN
 */
public record PinBlocks(String right, String wrong) {

    public PinBlocks {
        if (!right.matches("[0-9A-F]{16}") || !wrong.matches("[0-9A-F]{16}")) {
            throw new IllegalArgumentException("a PIN block is 16 hexadecimal digits in capitals");
        }
    }

    @Override
    public String toString() {
        return "PIN blocks";
    }
}
