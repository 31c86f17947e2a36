package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;

import java.util.Set;

/**
 * DE70 by profile. Key exchange and the delivery of stored advices on demand are not supported.
 *
 * @param ownEcho what Holdfast sends
 */
record ManagementCodes(Set<String> signOn, Set<String> signOff, Set<String> echo, String ownEcho) {

    private static final Set<String> ECHOES = Set.of("270", "301");

    private static final ManagementCodes ASCII = new ManagementCodes(Set.of("001"), Set.of("002"), ECHOES, "301");
    private static final ManagementCodes MASTERCARD_STYLE =
            new ManagementCodes(Set.of("001", "061"), Set.of("002", "062"), ECHOES, "270");
    private static final ManagementCodes VISA_STYLE =
            new ManagementCodes(Set.of("001", "071"), Set.of("002", "072"), ECHOES, "301");

    static ManagementCodes of(Profile profile) {
        if (profile == Profiles.VISA_STYLE) {
            return VISA_STYLE;
        }
        return profile == Profiles.MASTERCARD_STYLE ? MASTERCARD_STYLE : ASCII;
    }
}
