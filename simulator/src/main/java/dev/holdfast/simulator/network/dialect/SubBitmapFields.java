package dev.holdfast.simulator.network.dialect;

import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.NetworkId;
import dev.holdfast.simulator.network.message.Statement;
import dev.holdfast.simulator.network.message.Terms;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The fields of the Visa style: F62 with one identifier for a payment's whole life, F63 with the message reason. */
final class SubBitmapFields implements PrivateFields {

    private static final String PARTIAL_ALLOWED = "000000000001";
    private static final String INCREMENT = "3900";
    private static final int COUNT_OF_CAPTURE = 11;
    private static final int CAPTURES_IN_ALL = 12;

    /** Whether the codec's table has F62.11 and F62.12; without them a capture does not say which of several it is. */
    private static final boolean COUNTS_CAPTURES = codecCounts();

    @Override
    public boolean countsCaptures() {
        return COUNTS_CAPTURES;
    }

    @Override
    public void write(Draft draft, MessageBuilder message) {
        Terms terms = draft.terms();
        paymentFields(draft, message);
        if (draft.isIncrement()) {
            message.set(63, "", Map.of(3, INCREMENT));
        }
        if (terms.partialAllowed()) {
            message.set(60, PARTIAL_ALLOWED);
        }
        if (terms.address() != null) {
            message.set(123, terms.address());
        }
        if (draft.card().cvv2() != null) {
            // Present, result wanted, and the digits to the right of four places.
            message.set(126, "", Map.of(10, "11 " + draft.card().cvv2()));
        }
        if (draft.statement().newTotal() > 0) {
            String amount =
                    String.format(Locale.ROOT, "%012d", draft.statement().newTotal());
            message.set(95, amount + "000000000000" + "000000000" + "000000000");
        }
        message.set(25, terms.preauthorized() ? "06" : terms.isVerification() ? "51" : "00");
    }

    private static void paymentFields(Draft draft, MessageBuilder message) {
        NetworkId id = draft.links().trace() == null
                ? draft.links().own()
                : draft.links().trace();
        Map<Integer, String> fields = new TreeMap<>();
        if (id != null) {
            fields.put(2, identifier(id));
        }
        Statement statement = draft.statement();
        if (statement.of() > 0 && COUNTS_CAPTURES) {
            fields.put(COUNT_OF_CAPTURE, String.format(Locale.ROOT, "%02d", statement.number()));
            fields.put(CAPTURES_IN_ALL, String.format(Locale.ROOT, "%02d", statement.of()));
        }
        if (!fields.isEmpty()) {
            message.set(62, "", fields);
        }
    }

    /** The day before the number, because numbers begin again each day. */
    private static String identifier(NetworkId id) {
        return id.isZero() ? "0".repeat(15) : id.settled() + String.format(Locale.ROOT, "%011d", id.number());
    }

    private static boolean codecCounts() {
        try {
            Profiles.VISA_STYLE.message("0220").set(62, "", Map.of(COUNT_OF_CAPTURE, "01", CAPTURES_IN_ALL, "02"));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
