package dev.holdfast.engine.door;

import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.engine.network.AddressMatch;
import dev.holdfast.engine.network.Credentials;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/**
 * The private fields of the Mastercard style, which our ASCII dialect shares: tagged elements in DE48, the network's id in
 * DE63 with the settlement date in DE15.
 */
final class ElementFields implements PrivateFields {

    private static final int EXTENDED_CONDITION = 61;
    private static final int TRACE_ID = 63;
    private static final int ADDRESS_REQUEST = 82;
    private static final int ADDRESS_RESPONSE = 83;
    private static final int VALUE_RESPONSE = 87;
    private static final int VALUE = 92;

    /** DE63.1 has three characters, DE63.2 six to nine, of which the trace id carries six. */
    private static final int REFERENCE_END = 9;

    private static final int DATE_DIGITS = 4;

    private final String network;
    /** Whether DE61 tells a pre-authorization; in ASCII it is DE25. */
    private final boolean pointOfServiceData;

    ElementFields(String network, boolean pointOfServiceData) {
        this.network = network;
        this.pointOfServiceData = pointOfServiceData;
    }

    @Override
    public String network() {
        return network;
    }

    @Override
    public String ownId(Message message) {
        String data = message.find(63);
        String date = message.find(15);
        return data == null || data.length() < REFERENCE_END || date == null
                ? ""
                : unlessZeros(data.substring(0, REFERENCE_END), date);
    }

    /** The network's reference is unique within a day only, so zeros there are no id whatever the date. */
    private static String unlessZeros(String reference, String date) {
        boolean zeros = reference.substring(3).chars().allMatch(digit -> digit == '0' || digit == ' ');
        return zeros ? "" : reference + date;
    }

    @Override
    public String originalId(Message message) {
        String trace = message.element(48, TRACE_ID);
        return trace == null || trace.length() < REFERENCE_END + DATE_DIGITS
                ? ""
                : unlessZeros(
                        trace.substring(0, REFERENCE_END), trace.substring(REFERENCE_END, REFERENCE_END + DATE_DIGITS));
    }

    @Override
    public boolean isIncrement(Message message) {
        return !originalId(message).isEmpty();
    }

    @Override
    public boolean isPreAuthorization(Message message) {
        return pointOfServiceData ? "4".equals(message.element(61, 7)) : "06".equals(message.find(25));
    }

    @Override
    public boolean allowsPartialApproval(Message message) {
        String condition = message.element(48, EXTENDED_CONDITION);
        return condition != null && condition.startsWith("1");
    }

    @Override
    public boolean isLastCapture(Message message) {
        String sequence = message.find(126);
        return sequence == null
                || sequence.length() < 4
                || sequence.substring(0, 2).equals(sequence.substring(2, 4));
    }

    @Override
    public @Nullable String verificationValue(Message message) {
        return message.element(48, VALUE);
    }

    @Override
    public @Nullable BillingAddress address(Message message) {
        String request = message.element(48, ADDRESS_REQUEST);
        String data = message.find(120);
        return request == null || data == null ? null : Addresses.parse(data);
    }

    @Override
    public void writeChecks(
            MessageBuilder answer, Message request, Credentials.Check value, @Nullable AddressMatch address) {
        Map<Integer, String> elements = new TreeMap<>();
        if (address != null) {
            elements.put(ADDRESS_RESPONSE, String.valueOf(address.letter()));
        }
        if (value != Credentials.Check.NOT_GIVEN) {
            elements.put(VALUE_RESPONSE, value == Credentials.Check.MATCH ? "M" : "N");
        }
        if (!elements.isEmpty()) {
            String category = request.has(48) && pointOfServiceData ? categoryOf(request.text(48)) : "";
            answer.set(48, category, elements);
        }
    }

    private static String categoryOf(String additionalData) {
        char first = additionalData.charAt(0);
        return Character.isDigit(first) ? "" : String.valueOf(first);
    }

    @Override
    public @Nullable String responseCode(DeclineReason reason) {
        return null;
    }
}
