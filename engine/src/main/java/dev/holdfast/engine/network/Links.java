package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.payment.Reference;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * By what a message is tied to others of its payment, beside the authorization that it names. Empty where it does not say.
 *
 * @param network whose ids these are, since two networks may give the same
 * @param own the network's id of this message or of its payment; never zeros
 * @param original the network's id of the message that this one follows; never zeros
 * @param approvalCode DE38, or for a request the code that an approval will have
 * @param retrieval DE37
 * @param follows the authorization that the message adds to or presents, where a door knows it by our own id
 */
public record Links(
        String network,
        String own,
        String original,
        String approvalCode,
        String retrieval,
        @Nullable UUID follows) {

    public static final Links NONE = new Links("", "", "", "", "");

    public Links {
        List.of(network, own, original, approvalCode, retrieval).forEach(Place::requireText);
    }

    /** Of a door that has the network's ids only. */
    public Links(String network, String own, String original, String approvalCode, String retrieval) {
        this(network, own, original, approvalCode, retrieval, null);
    }

    Links withApprovalCode(String code) {
        return new Links(network, own, original, code, retrieval, follows);
    }

    /** The payment's name by the authorization that the message follows. */
    List<Reference> followedReferences() {
        return follows == null ? List.of() : List.of(Reference.of("authorization", follows.toString()));
    }

    /** The payment's names in the network's own numbering, the one that the message follows first. */
    List<Reference> networkReferences() {
        List<Reference> references = new ArrayList<>();
        if (!original.isEmpty()) {
            references.add(Reference.of("network", network, original));
        }
        if (!own.isEmpty() && !own.equals(original)) {
            references.add(Reference.of("network", network, own));
        }
        return references;
    }

    /** The payment's name by its approval, as merchants quote it. */
    List<Reference> approvalReferences(Place place) {
        return approvalCode.isEmpty() || retrieval.isEmpty()
                ? List.of()
                : List.of(Reference.of("approval", approvalCode, retrieval, merchant(place)));
    }

    /** The newest payment of the same card, at the same terminal, of the same amount. */
    static Reference guess(UUID card, Place place, Amounts amounts) {
        return Reference.loose(
                "guess",
                card.toString(),
                merchant(place),
                place.terminal(),
                amounts.transaction().currency().code(),
                Long.toString(amounts.transaction().minor()));
    }

    private static String merchant(Place place) {
        String id = place.merchant().id();
        return id == null ? "" : id;
    }
}
