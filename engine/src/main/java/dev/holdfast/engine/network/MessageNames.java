package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.payment.Reference;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a message calls its payment. Made once for each message: every name is a digest.
 *
 * @param own by what later messages may call the payment, too
 * @param lookups by what the payment is looked for, the most trusted first: what the message itself is about, the network's
 *     ids, the approval; last a guess, which only what says of no authorization that it is about it may make
 */
record MessageNames(List<Reference> own, List<Reference> lookups) {

    MessageNames {
        own = List.copyOf(own);
        lookups = List.copyOf(lookups);
    }

    static MessageNames of(NetworkMessage message) {
        List<Reference> own = own(message);
        List<Reference> lookups = new ArrayList<>(own);
        Amounts amounts = message.content().amounts();
        UUID card = message.subject().card();
        Place place = message.place();
        if (!namesOriginal(message) && amounts != null && place != null && card != null) {
            lookups.add(Links.guess(card, place, amounts));
        }
        return new MessageNames(own, lookups);
    }

    /** What it names may still be to come; an earlier payment that looks like it is another one then. */
    private static boolean namesOriginal(NetworkMessage message) {
        Links links = message.links();
        return message.content().authorization() != null || !links.original().isEmpty() || links.follows() != null;
    }

    private static List<Reference> own(NetworkMessage message) {
        List<Reference> names = new ArrayList<>();
        UUID authorization = message.content().authorization();
        if (authorization != null) {
            names.add(Reference.of("authorization", authorization.toString()));
        }
        String reference = NetworkMessage.referenceOf(message.content());
        if (!reference.isEmpty()) {
            names.add(Reference.of("clearing", reference));
        }
        names.addAll(message.links().networkReferences());
        names.addAll(message.links().followedReferences());
        Place place = message.place();
        if (place != null) {
            names.addAll(message.links().approvalReferences(place));
        }
        return names;
    }
}
