package dev.holdfast.engine.network;

import dev.holdfast.engine.payment.Fact;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;

import java.util.UUID;

/**
 * A message of a payment, and what it states if it is not declined.
 *
 * @param name for a reader
 * @param arrival as the host gets it
 */
record Statement(String name, Arrival arrival, Fact fact) {

    boolean isRequest() {
        return arrival.function().isRequest();
    }

    /** Messages of one payment of a card that carry the network's id of it. */
    static final class Maker {

        private final TestNetwork network;
        private final TestCard card;
        private final Links links;

        Maker(TestNetwork network, TestCard card, Links links) {
            this.network = network;
            this.card = card;
            this.links = links;
        }

        UUID authorization(Trace trace) {
            return trace.authorization(card.id());
        }

        Statement of(String name, MessageFunction function, Fact fact, Content content) {
            return of(name, function, network.trace(), fact, (id, credentials) -> content);
        }

        Statement of(String name, MessageFunction function, Trace trace, Fact fact, Arrival.ContentOf content) {
            Arrival arrival = network.arrival(card, function, trace, "", content);
            Links own = new Links(
                    links.network(),
                    links.own(),
                    links.original(),
                    links.approvalCode(),
                    links.retrieval().isEmpty() ? arrival.links().retrieval() : links.retrieval());
            return new Statement(
                    name, TestNetwork.with(arrival, own, arrival.timing().sentAt()), fact);
        }
    }
}
