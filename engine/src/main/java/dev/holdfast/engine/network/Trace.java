package dev.holdfast.engine.network;

import dev.holdfast.engine.book.Digest;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a sender calls a message by, and what DE90 of a later message quotes.
 *
 * @param number DE11, six digits
 * @param transmitted DE7, MMDDhhmmss in UTC
 * @param acquirer DE32, without leading zeros; empty if there is none
 * @param forwarder DE33, without leading zeros; empty if there is none
 */
public record Trace(String number, String transmitted, String acquirer, String forwarder) {

    private static final Pattern NUMBER = Pattern.compile("\\d{6}");
    private static final Pattern TIME = Pattern.compile("\\d{10}");
    private static final Pattern INSTITUTION = Pattern.compile("\\d{0,11}");

    /** @throws IllegalArgumentException if a part has another form */
    public Trace {
        acquirer = withoutZeros(acquirer);
        forwarder = withoutZeros(forwarder);
        boolean wellFormed = NUMBER.matcher(number).matches()
                && TIME.matcher(transmitted).matches()
                && INSTITUTION.matcher(acquirer).matches()
                && INSTITUTION.matcher(forwarder).matches();
        if (!wellFormed) {
            throw new IllegalArgumentException(
                    "a trace is 6 digits, 10 digits and two institutions of up to 11 digits");
        }
    }

    private static String withoutZeros(String institution) {
        int first = 0;
        while (first < institution.length() && institution.charAt(first) == '0') {
            first++;
        }
        return institution.substring(first);
    }

    /** Whether it quotes nothing: zeros, where the sender did not know. */
    public boolean isUnknown() {
        return number.equals("000000") && transmitted.equals("0000000000");
    }

    /** The authorization that this trace of a request names, for one card. */
    public UUID authorization(UUID card) {
        return digest("authorization", card).toUuid();
    }

    /** What a presentment with this trace is called, unique for one card. */
    public String presentment(UUID card) {
        return digest("presentment", card).toUuid().toString();
    }

    /**
     * The id of the message with this trace: a repeat has the same.
     *
     * @param retrieval DE37; empty if there is none
     */
    public UUID message(MessageFunction function, UUID card, String retrieval) {
        return digest("message", card).with(function.number()).with(retrieval).toUuid();
    }

    private Digest digest(String domain, UUID card) {
        return Digest.of("trace-" + domain)
                .with(number)
                .with(transmitted)
                .with(acquirer)
                .with(forwarder)
                .with(card);
    }
}
