package dev.holdfast.engine.iso8583;

import java.util.stream.Stream;

/**
 * The dialects. The two network styles follow what processors and open catalogues publish of them; the networks' own
 * manuals are not public, so neither claims to be complete.
 */
public final class Profiles {

    /** ISO 8583:1987 in ASCII: everything readable, bitmaps and binary fields in hexadecimal. */
    public static final Profile ASCII_1987 = Ascii1987.profile();

    /** EBCDIC with binary bitmaps; DE48 as elements behind a category code, DE61 and DE63 by position. */
    public static final Profile MASTERCARD_STYLE = MastercardStyle.profile();

    /** BCD and EBCDIC behind a station header; lengths of one binary byte, sub-bitmaps in F62, F63 and F126. */
    public static final Profile VISA_STYLE = VisaStyle.profile();

    private Profiles() {}

    /**
     * Returns the profile of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Profile named(String name) {
        return Stream.of(ASCII_1987, MASTERCARD_STYLE, VISA_STYLE)
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such profile: " + name));
    }
}
