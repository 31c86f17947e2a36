package dev.holdfast.engine.door;

import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.engine.network.AddressMatch;
import dev.holdfast.engine.network.Credentials;
import org.jspecify.annotations.Nullable;

/** Where a dialect keeps what ISO 8583:1987 has no field for. */
interface PrivateFields {

    /** Whose numbering the network's ids are in. */
    String network();

    /** The network's id of this message or of its payment; empty if there is none, or it is zeros. */
    String ownId(Message message);

    /** The network's id of the message that this one follows; empty if there is none, or it is zeros. */
    String originalId(Message message);

    /** Whether a request adds to one that was approved. */
    boolean isIncrement(Message message);

    /** Whether a request leaves the final amount open. */
    boolean isPreAuthorization(Message message);

    /** Whether the terminal can deal with a part of the amount. */
    boolean allowsPartialApproval(Message message);

    /** Whether no further capture follows a presentment. */
    boolean isLastCapture(Message message);

    /** The value printed on the card; null if none was given. */
    @Nullable
    String verificationValue(Message message);

    /** The address to be verified; null if none is. */
    @Nullable
    BillingAddress address(Message message);

    /** Writes what the checks of the value and of the address found. */
    void writeChecks(MessageBuilder answer, Message request, Credentials.Check value, @Nullable AddressMatch address);

    /** DE39 where the dialects differ; null where they do not. */
    @Nullable
    String responseCode(DeclineReason reason);
}
