package dev.holdfast.engine.hsm;

import java.util.Optional;

/**
 * The three digits (ISO/IEC 7813) that a card verification value covers, and so what tells its kinds apart. No record:
 * its constructor would be open to all, and a stripe's code must come through {@link #ofStripe}.
 */
public final class ServiceCode {

    /** Makes a CVV2. */
    public static final ServiceCode CARD_NOT_PRESENT = new ServiceCode("000");

    /** Makes an iCVV. */
    public static final ServiceCode CHIP = new ServiceCode("999");

    private final String digits;

    private ServiceCode(String digits) {
        this.digits = digits;
    }

    /**
     * Takes the service code of a magnetic stripe, or nothing. 000 and 999 are not for stripes: taking them would let a
     * printed value, or one read from a chip, pass for the stripe's.
     */
    public static Optional<ServiceCode> ofStripe(String digits) {
        return digits.matches("[0-9]{3}")
                ? Optional.of(new ServiceCode(digits))
                        .filter(code -> !code.equals(CARD_NOT_PRESENT) && !code.equals(CHIP))
                : Optional.empty();
    }

    public String digits() {
        return digits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceCode code && digits.equals(code.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return digits;
    }
}
