package dev.holdfast.ops.bench;

import dev.holdfast.ops.system.SystemOptions.Address;
import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.link.LinkOptions;
import dev.holdfast.simulator.network.link.NetworkLinks;
import dev.holdfast.simulator.network.link.Traces;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.Kind;
import dev.holdfast.simulator.network.message.Links;
import dev.holdfast.simulator.network.message.Merchant;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.message.Presented;
import dev.holdfast.simulator.network.message.Processing;
import dev.holdfast.simulator.network.message.Statement;
import dev.holdfast.simulator.network.message.Terms;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Purchases over ISO 8583, on four signed-on links. Confined to the loop that it was opened on. */
final class CardDoor implements Door {

    static final int LINKS = 4;

    private static final String ACQUIRER = "200352";
    private static final Merchant MERCHANT = new Merchant("5411", "BENCH", "T1", "051");
    private static final int MOST_IN_FLIGHT = 100_000;

    /** Long enough that nothing is reversed for being slow: a benchmark waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final NetworkLinks links;
    private final Traces traces;
    private final List<TestCard> cards;
    private int turn;

    private CardDoor(NetworkLinks links, Traces traces, List<TestCard> cards) {
        this.links = links;
        this.traces = traces;
        this.cards = cards;
    }

    /** What tells messages apart; of one benchmark, so that no two doors name a card's purchases alike. */
    static Traces traces() {
        return new Traces(Clock.systemUTC(), ACQUIRER);
    }

    /** Signs on. On the event loop of the load. */
    static Future<CardDoor> open(Vertx vertx, Address address, Traces traces, List<TestCard> cards) {
        LinkOptions options =
                new LinkOptions(address.host(), address.port(), Style.MASTERCARD, LINKS, PATIENCE, MOST_IN_FLIGHT);
        NetworkLinks links = new NetworkLinks(vertx, options, traces);
        return links.open().map(signedOn -> new CardDoor(links, traces, cards));
    }

    @Override
    public int size() {
        return 1;
    }

    /** The next card's next purchase; true if it was approved. */
    @Override
    public Future<Boolean> next() {
        turn = (turn + 1) % cards.size();
        Draft draft = new Draft(
                new Draft.Head(Kind.AUTHORIZATION, traces.nextId()),
                Presented.of(cards.get(turn)),
                MERCHANT,
                Terms.of(Processing.PURCHASE, BenchNames.AMOUNT_MINOR),
                Links.first(traces.nextNetworkId()),
                Statement.NONE);
        Promise<Boolean> answered = Promise.promise();
        links.send(draft, false, reply -> {
            NetworkAnswer answer = reply.answer();
            answered.complete(answer != null && answer.isApproved());
        });
        return answered.future();
    }

    Future<Void> close() {
        return links.close();
    }
}
