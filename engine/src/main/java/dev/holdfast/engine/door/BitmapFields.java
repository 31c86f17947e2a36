package dev.holdfast.engine.door;

import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.engine.network.AddressMatch;
import dev.holdfast.engine.network.Credentials;
import org.jspecify.annotations.Nullable;

/** The private fields of the Visa style: sub-bitmaps in F62, F63 and F126, positions in F44 and F60. */
final class BitmapFields implements PrivateFields {

    private static final int TRANSACTION_ID = 2;
    private static final int MESSAGE_REASON = 3;
    private static final String INCREMENT = "3900";
    private static final int SEQUENCE = 11;
    private static final int SEQUENCE_COUNT = 12;
    private static final int PARTIAL = 10;
    private static final int VALUE = 10;

    /** Positions 3 to 9 of F44, eight characters. */
    private static final String UNSAID_3_TO_9 = " ".repeat(8);

    @Override
    public String network() {
        return "visa-style";
    }

    @Override
    public String ownId(Message message) {
        String id = message.element(62, TRANSACTION_ID);
        return id == null || id.chars().allMatch(digit -> digit == '0') ? "" : id;
    }

    /** One id for the whole payment, whichever message carries it. */
    @Override
    public String originalId(Message message) {
        return ownId(message);
    }

    @Override
    public boolean isIncrement(Message message) {
        return INCREMENT.equals(message.element(63, MESSAGE_REASON));
    }

    @Override
    public boolean isPreAuthorization(Message message) {
        return "06".equals(message.find(25));
    }

    @Override
    public boolean allowsPartialApproval(Message message) {
        return "1".equals(message.element(60, PARTIAL));
    }

    @Override
    public boolean isLastCapture(Message message) {
        String number = message.element(62, SEQUENCE);
        String count = message.element(62, SEQUENCE_COUNT);
        return number == null || count == null || number.equals(count);
    }

    /** The last three characters; those before say whether a value is there and what to answer. */
    @Override
    public @Nullable String verificationValue(Message message) {
        String data = message.element(126, VALUE);
        return data == null ? null : data.substring(data.length() - 3);
    }

    @Override
    public @Nullable BillingAddress address(Message message) {
        String data = message.find(123);
        return data == null ? null : Addresses.parse(data);
    }

    /** F44 ends behind its last position that says something. */
    @Override
    public void writeChecks(
            MessageBuilder answer, Message request, Credentials.Check value, @Nullable AddressMatch address) {
        boolean checked = value != Credentials.Check.NOT_GIVEN;
        if (address == null && !checked) {
            return;
        }
        StringBuilder data = new StringBuilder(" ").append(address == null ? ' ' : address.letter());
        if (checked) {
            data.append(UNSAID_3_TO_9).append(value == Credentials.Check.MATCH ? 'M' : 'N');
        }
        answer.set(44, data.toString());
    }

    @Override
    public @Nullable String responseCode(DeclineReason reason) {
        return switch (reason) {
            case CARD_CLOSED -> "46";
            case CVV_MISMATCH -> "N7";
            default -> null;
        };
    }
}
