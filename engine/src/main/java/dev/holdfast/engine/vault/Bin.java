package dev.holdfast.engine.vault;

/**
 * The leading digits of an issuer's card numbers, and how long those numbers are.
 *
 * @param prefix six to eight digits (ISO/IEC 7812-1:2017 assigns eight; older ones have six)
 * @param panLength digits of a card number, 12 to 19, the check digit included
 */
public record Bin(String prefix, int panLength) {

    /** @throws IllegalArgumentException if either is out of its range */
    public Bin {
        if (!prefix.matches("[0-9]{6,8}")) {
            throw new IllegalArgumentException("a BIN has six to eight digits");
        }
        if (panLength < Pan.MIN_LENGTH || panLength > Pan.MAX_LENGTH) {
            throw new IllegalArgumentException("a card number has 12 to 19 digits");
        }
    }

    /** How many card numbers there are under it. */
    public long capacity() {
        long numbers = 1;
        for (int i = prefix.length() + 1; i < panLength; i++) {
            numbers *= 10;
        }
        return numbers;
    }
}
