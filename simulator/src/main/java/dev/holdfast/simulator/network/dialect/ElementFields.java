package dev.holdfast.simulator.network.dialect;

import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.NetworkId;
import dev.holdfast.simulator.network.message.Statement;
import dev.holdfast.simulator.network.message.Terms;

import java.util.Locale;

/** The fields that the ASCII and the Mastercard style share: DE48 as elements, DE63 as network and reference. */
final class ElementFields implements PrivateFields {

    private static final String NETWORK = "MCC";
    private static final String PARTIAL_ALLOWED = "10000";
    private static final String VERIFY_ADDRESS = "52";
    private static final int REFERENCE_DIGITS = 6;

    /** Whether DE48 begins with a category code and DE61 has positions, as in the Mastercard style. */
    private final boolean positioned;

    ElementFields(boolean positioned) {
        this.positioned = positioned;
    }

    @Override
    public boolean countsCaptures() {
        return true;
    }

    @Override
    public void write(Draft draft, MessageBuilder message) {
        Terms terms = draft.terms();
        NetworkId own = draft.links().own();
        if (own != null) {
            message.set(63, reference(own)).set(15, own.settled().equals("0000") ? "0101" : own.settled());
        }
        String additional = additionalData(draft);
        if (!additional.isEmpty()) {
            message.set(48, (positioned ? "R" : "") + additional);
        }
        if (terms.address() != null) {
            message.set(120, terms.address());
        }
        Statement statement = draft.statement();
        if (statement.of() > 0) {
            message.set(126, twoDigits(statement.number()) + twoDigits(statement.of()));
        }
        if (statement.newTotal() > 0) {
            message.set(95, replacement(statement.newTotal(), draft.merchant().abroad()));
        }
        condition(terms, message);
    }

    private void condition(Terms terms, MessageBuilder message) {
        if (positioned) {
            int status = terms.preauthorized() ? 4 : terms.isVerification() ? 8 : 0;
            message.set(61, "000000" + status + "0000" + "00" + "840");
        } else {
            message.set(25, terms.preauthorized() ? "06" : terms.isVerification() ? "51" : "00");
        }
    }

    private static String additionalData(Draft draft) {
        StringBuilder text = new StringBuilder(64);
        NetworkId trace = draft.links().trace();
        if (draft.terms().partialAllowed()) {
            text.append("6105").append(PARTIAL_ALLOWED);
        }
        if (trace != null) {
            text.append("6315").append(reference(trace)).append(trace.settled()).append("  ");
        }
        if (draft.terms().address() != null) {
            text.append("8202").append(VERIFY_ADDRESS);
        }
        if (draft.card().cvv2() != null) {
            text.append("9203").append(draft.card().cvv2());
        }
        return text.toString();
    }

    private static String reference(NetworkId id) {
        if (id.isZero()) {
            return "000000000";
        }
        String digits = Long.toString(id.number(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return NETWORK + "0".repeat(REFERENCE_DIGITS - digits.length()) + digits;
    }

    /** The third amount is the billing one in the Mastercard style; in ASCII the rest are two signed fees. */
    private String replacement(long newTotal, boolean abroad) {
        String billing = String.format(Locale.ROOT, "%012d", newTotal);
        if (!positioned) {
            return billing + "000000000000" + "C00000000C00000000";
        }
        String transaction = abroad ? String.format(Locale.ROOT, "%012d", Abroad.transaction(newTotal)) : billing;
        return transaction + "000000000000" + billing + "000000";
    }

    private static String twoDigits(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
