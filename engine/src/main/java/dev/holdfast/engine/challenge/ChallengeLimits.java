package dev.holdfast.engine.challenge;

import java.time.Duration;

/**
 * How long a challenge lives, and how often what may be tried.
 *
 * @param lifetime from the start until it expires, whatever is sent again meanwhile
 * @param attempts typed codes of one challenge, over all the codes that it had
 * @param resends further codes of one challenge
 * @param resendPause between two codes of one challenge
 * @param perCard challenges that one card starts in an hour
 * @param perAccount challenges that one account starts in an hour
 */
public record ChallengeLimits(
        Duration lifetime, int attempts, int resends, Duration resendPause, int perCard, int perAccount) {

    public static final Duration MIN_LIFETIME = Duration.ofMinutes(1);

    /** EMV 3DS lets a challenge rest for no longer. */
    public static final Duration MAX_LIFETIME = Duration.ofMinutes(10);

    private static final int MAX_TRIES = 10;
    private static final int MAX_PER_HOUR = 1_000;

    /** With 10^6 codes, 3 attempts and 10 challenges an hour, guessing one card's codes for a day hits 1 time in 1,389. */
    public static final ChallengeLimits DEFAULTS =
            new ChallengeLimits(Duration.ofMinutes(5), 3, 3, Duration.ofSeconds(30), 10, 20);

    /** @throws IllegalArgumentException saying which bound is broken */
    public ChallengeLimits {
        require(
                lifetime.compareTo(MIN_LIFETIME) >= 0 && lifetime.compareTo(MAX_LIFETIME) <= 0,
                "a challenge lives for 1 to 10 minutes");
        require(attempts >= 1 && attempts <= MAX_TRIES, "a challenge has 1 to 10 attempts");
        require(resends >= 0 && resends <= MAX_TRIES, "a challenge has 0 to 10 resends");
        require(!resendPause.isNegative() && resendPause.compareTo(lifetime) <= 0, "a pause lies within the lifetime");
        require(perCard >= 1 && perCard <= MAX_PER_HOUR, "a card has 1 to 1,000 challenges an hour");
        require(perAccount >= 1 && perAccount <= MAX_PER_HOUR, "an account has 1 to 1,000 challenges an hour");
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** Codes of one challenge, the first included. */
    int codes() {
        return 1 + resends;
    }
}
