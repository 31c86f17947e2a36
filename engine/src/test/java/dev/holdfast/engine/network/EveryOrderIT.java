package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.payment.Payment;
import dev.holdfast.engine.payment.Position;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.Jdbc;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every order of six messages of one payment, 720 of each life, some messages twice, through the host on PostgreSQL.
 *
 * <p>The rule: the money is that of everything that was stated and of the authorizations that were approved, whatever came
 * first. What was declined counts for nothing. Statements are never declined. An authorization may be declined only because
 * it was taken back before it came, because the payment was over, or because another authorization had the network's id;
 * so where no capture is taken back and no authorization stands beside another, all orders end alike.
 */
@TestInstance(Lifecycle.PER_CLASS)
class EveryOrderIT {

    private static final long FUNDS = 10_000;
    private static final List<List<Integer>> ORDERS = orders(6);
    private static final Set<DeclineReason> BY_DESIGN =
            EnumSet.of(DeclineReason.REVERSED_BEFORE, DeclineReason.PAYMENT_CLOSED, DeclineReason.DUPLICATE);

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final TestNetwork network = new TestNetwork(engine);

    EveryOrderIT() {
        network.patient();
    }

    @AfterAll
    void stop() {
        engine.assertVerifies();
        engine.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void endsInWhatWasStatedAndApproved(Lives life) {
        List<TestCard> cards = network.cards(life.name(), ORDERS.size(), FUNDS);
        Random random = new Random(20_261_121);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < ORDERS.size(); i++) {
            List<Statement> messages = life.of(network, cards.get(i));
            runs.add(new Run(
                    cards.get(i),
                    twice(ORDERS.get(i).stream().map(messages::get).toList(), random)));
        }

        runs.stream().map(this::start).toList().forEach(Await::on);

        Map<String, String> standings = standings();
        assertThat(runs).allSatisfy(run -> {
            run.check();
            assertThat(standings.get(run.card.account())).as(run.text()).isEqualTo(run.expected());
        });
        if (orderDoesNotMatter(life)) {
            assertThat(runs.stream().map(Run::expected).distinct()).hasSize(1);
        }
    }

    private static boolean orderDoesNotMatter(Lives life) {
        return switch (life) {
            case CAPTURED_IN_PARTS, REVERSED_PURCHASE, TIED_BY_ITS_APPROVAL, NAMED_APART -> true;
            // What was declined because the payment was over is not approved when the payment no longer is.
            case LAST_CAPTURE_TAKEN_BACK, ENDED_BY_A_FINAL_ONE -> false;
            // The advice counts, whatever became of the answer.
            case STOOD_IN -> true;
        };
    }

    /** Sends each message when the one before it is answered. */
    private Future<Void> start(Run run) {
        Future<Void> sent = Future.succeededFuture();
        for (int i = 0; i < run.messages.size(); i++) {
            int place = i;
            sent = sent.compose(before -> network.submit(
                            TestNetwork.now(run.messages.get(place).arrival())))
                    .map(answer -> {
                        run.answers.put(place, answer.outcome());
                        return null;
                    });
        }
        return sent;
    }

    /** Every third message comes again, anywhere later. */
    private static List<Statement> twice(List<Statement> messages, Random random) {
        List<Statement> all = new ArrayList<>(messages);
        for (Statement message : messages) {
            if (random.nextInt(3) == 0) {
                all.add(random.nextInt(all.indexOf(message) + 1, all.size() + 1), message);
            }
        }
        return all;
    }

    private Map<String, String> standings() {
        Map<String, String> standings = new HashMap<>();
        Jdbc.queryRows(
                        database.url(),
                        "SELECT account_ref, available_minor || '/' || held_minor FROM balance"
                                + " JOIN account USING (bucket, account_id)")
                .forEach(row -> standings.put(row.get(0), row.get(1)));
        return standings;
    }

    private static List<List<Integer>> orders(int length) {
        if (length == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (List<Integer> shorter : orders(length - 1)) {
            for (int at = 0; at < length; at++) {
                List<Integer> order = new ArrayList<>(shorter);
                order.add(at, length - 1);
                orders.add(order);
            }
        }
        return orders;
    }

    /** One order on its way. */
    private static final class Run {

        private final TestCard card;
        private final List<Statement> messages;
        private final Map<Integer, MessageOutcome> answers = new ConcurrentHashMap<>();

        Run(TestCard card, List<Statement> messages) {
            this.card = card;
            this.messages = messages;
        }

        private MessageOutcome answer(int place) {
            return Objects.requireNonNull(answers.get(place));
        }

        /** A statement is taken; a request is declined for a reason of the payment's only; a repeat hears the same. */
        void check() {
            Map<Statement, MessageOutcome> first = new HashMap<>();
            for (int i = 0; i < messages.size(); i++) {
                Statement message = messages.get(i);
                MessageOutcome answer = answer(i);
                MessageOutcome before = first.putIfAbsent(message, answer);
                boolean voided = before != null && before.response() != answer.response();
                if (before == null || voided) {
                    checkFirst(message, answer, voided);
                } else {
                    assertThat(answer).as(text()).isEqualTo(before.asReplay());
                }
            }
        }

        private void checkFirst(Statement message, MessageOutcome answer, boolean voided) {
            if (!message.isRequest()) {
                assertThat(answer.response()).as(text()).isEqualTo(Response.TAKEN);
            } else if (voided) {
                assertThat(answer.reason()).as(text()).isEqualTo(DeclineReason.DEADLINE);
            } else if (answer.response() == Response.DECLINED) {
                assertThat(BY_DESIGN).as(text()).contains(answer.reason());
            } else {
                assertThat(answer.response()).as(text()).isEqualTo(Response.APPROVED);
            }
        }

        String expected() {
            Payment payment = Payment.NEW;
            Set<Statement> seen = new HashSet<>();
            for (int i = 0; i < messages.size(); i++) {
                Statement message = messages.get(i);
                boolean counts = answer(i).response() != Response.DECLINED;
                if (seen.add(message) && counts) {
                    payment = payment.with(message.fact()).orElseThrow();
                }
            }
            Position position = payment.position();
            return FUNDS + position.effectOnAvailable() + "/" + position.held();
        }

        String text() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < messages.size(); i++) {
                MessageOutcome answer = answers.get(i);
                text.append(messages.get(i).name())
                        .append(answer == null ? " ?" : " " + answer.response() + answer.findings() + answer.flags())
                        .append("; ");
            }
            return text.toString();
        }
    }
}
