package dev.holdfast.simulator.network.dialect;

import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;

import java.util.List;

/** A dialect that the simulator speaks. */
public final class Style {

    public static final Style ASCII = new Style(Profiles.ASCII_1987, new ElementFields(false));
    public static final Style MASTERCARD = new Style(Profiles.MASTERCARD_STYLE, new ElementFields(true));
    public static final Style VISA = new Style(Profiles.VISA_STYLE, new SubBitmapFields());

    public static final List<Style> ALL = List.of(ASCII, MASTERCARD, VISA);

    private final Profile profile;
    private final PrivateFields privateFields;

    private Style(Profile profile, PrivateFields privateFields) {
        this.profile = profile;
        this.privateFields = privateFields;
    }

    /**
     * Finds a style by its profile's name: ascii-1987, mastercard-style, visa-style.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Style named(String name) {
        return ALL.stream()
                .filter(style -> style.profile.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such profile: " + name));
    }

    public Profile profile() {
        return profile;
    }

    /** Whether its response codes are the Visa style's, which differ in some. */
    public boolean isVisa() {
        return this == VISA;
    }

    /** Whether a reversal can say what is left in the billing currency; only then may that differ from the merchant's. */
    public boolean bills() {
        return this == MASTERCARD;
    }

    /** Whether a capture can say which of how many it is. */
    public boolean countsCaptures() {
        return privateFields.countsCaptures();
    }

    PrivateFields privateFields() {
        return privateFields;
    }

    @Override
    public String toString() {
        return profile.name();
    }
}
