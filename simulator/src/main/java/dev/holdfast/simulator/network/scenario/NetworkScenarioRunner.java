package dev.holdfast.simulator.network.scenario;

import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.lifecycle.Action;
import dev.holdfast.simulator.network.lifecycle.PaymentDrafts;
import dev.holdfast.simulator.network.link.LinkOptions;
import dev.holdfast.simulator.network.link.NetworkLinks;
import dev.holdfast.simulator.network.link.Reply;
import dev.holdfast.simulator.network.link.Traces;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.oracle.Balances;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Plays scenarios on an issuer, over real links. The accounts and cards of a scenario must be there, as its file says;
 * what they are called there, the caller says.
 */
public final class NetworkScenarioRunner {

    private static final String ACQUIRER = "200351";

    private final Vertx vertx;
    private final LinkOptions options;
    private final Balances balances;
    private final IntFunction<Future<Void>> clock;

    /**
     * @param balances where the issuer's books can be read
     * @param clock moves the issuer's clock by so many days and lets what has expired expire; a scenario that ticks needs it
     */
    public NetworkScenarioRunner(Vertx vertx, LinkOptions options, Balances balances, IntFunction<Future<Void>> clock) {
        this.vertx = vertx;
        this.options = options;
        this.balances = balances;
        this.clock = clock;
    }

    /**
     * Plays a scenario. The future holds the lines that came out otherwise, and how; nothing if all is well. It fails if no
     * link signs on or an account cannot be read.
     *
     * @param cards by their names in the scenario
     */
    public Future<List<String>> run(Scenario scenario, Map<String, TestCard> cards) {
        Promise<List<String>> result = Promise.promise();
        vertx.getOrCreateContext().runOnContext(nothing -> {
            Traces traces = new Traces(Clock.systemUTC(), ACQUIRER);
            NetworkLinks links = new NetworkLinks(vertx, options, traces);
            List<String> mismatches = new ArrayList<>();
            Play play = new Play(links, new Drafts(scenario, cards, traces), cards, mismatches);
            Future<Void> played = links.open();
            for (Scenario.Line line : scenario.lines()) {
                played = played.compose(before -> play.line(line));
            }
            played.map(after -> mismatches).eventually(links::close).onComplete(result);
        });
        return result.future();
    }

    private final class Play {

        private final NetworkLinks links;
        private final Drafts drafts;
        private final Map<String, TestCard> cards;
        private final List<String> mismatches;

        Play(NetworkLinks links, Drafts drafts, Map<String, TestCard> cards, List<String> mismatches) {
            this.links = links;
            this.drafts = drafts;
            this.cards = cards;
            this.mismatches = mismatches;
        }

        Future<Void> line(Scenario.Line line) {
            return line instanceof Scenario.Message message
                    ? message(message)
                    : clock.apply(((Scenario.Tick) line).days());
        }

        private Future<Void> message(Scenario.Message message) {
            PaymentDrafts of = drafts.of(message.card());
            Promise<Reply> replied = Promise.promise();
            links.send(of.draft(message.step()), message.step().action() == Action.REPEAT, replied::complete);
            return replied.future().compose(reply -> {
                NetworkAnswer answer = reply.answer();
                if (answer != null) {
                    of.answered(message.step().label(), answer);
                }
                TestCard card = cards.get(message.card());
                return card == null
                        ? Future.failedFuture("no card " + message.card())
                        : balances.of(card.accountRef())
                                .onSuccess(standing -> {
                                    String mismatch = message.expected().mismatch(answer, standing);
                                    if (mismatch != null) {
                                        mismatches.add(message.text() + "  BUT " + mismatch);
                                    }
                                })
                                .mapEmpty();
            });
        }
    }
}
