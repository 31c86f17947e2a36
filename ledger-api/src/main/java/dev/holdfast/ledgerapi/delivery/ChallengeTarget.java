package dev.holdfast.ledgerapi.delivery;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where a tenant takes challenges.
 *
 * @param oob takes notifications of OOB challenges
 * @param otp takes codes to send
 * @param credential the header by which the tenant knows who calls
 * @param encryption under which codes are encrypted; empty if the tenant takes them in clear
 */
public record ChallengeTarget(URI oob, URI otp, Optional<Credential> credential, Optional<CodeEncryption> encryption) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int MAX_LENGTH = 2_048;

    /** A header that is a secret. Not printed. */
    public record Credential(String header, String value) {

        /** @throws IllegalArgumentException if it cannot stand in a request */
        public Credential {
            if (!header.matches("[A-Za-z0-9-]{1,64}") || !value.matches("[\\x21-\\x7e]{1,512}")) {
                throw new IllegalArgumentException("a header has a name and a value of visible ASCII characters");
            }
        }

        @Override
        public String toString() {
            return "Credential[" + header + "]";
        }
    }

    /** @throws IllegalArgumentException if a place is none that may be called */
    public ChallengeTarget {
        requireCallable(oob);
        requireCallable(otp);
    }

    private static void requireCallable(URI place) {
        String host = place.getHost();
        boolean here = host != null && THIS_MACHINE.contains(host);
        boolean secure = "https".equals(place.getScheme()) || ("http".equals(place.getScheme()) && here);
        boolean plain = place.getRawUserInfo() == null && place.getRawFragment() == null;
        if (host == null || !secure || !plain || place.toString().length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a target is an https URL without user or fragment");
        }
    }
}
