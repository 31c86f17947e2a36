package dev.holdfast.engine.door;

import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;

import java.util.Map;
import java.util.Objects;

/** The private fields of every profile. */
final class Dialects {

    static final PrivateFields ASCII_1987 = new ElementFields("ascii-1987", false);

    private static final Map<Profile, PrivateFields> ALL = Map.of(
            Profiles.ASCII_1987, ASCII_1987,
            Profiles.MASTERCARD_STYLE, new ElementFields("mastercard-style", true),
            Profiles.VISA_STYLE, new BitmapFields());

    private Dialects() {}

    static PrivateFields of(Profile profile) {
        return Objects.requireNonNull(ALL.get(profile), "a dialect without a meaning");
    }
}
