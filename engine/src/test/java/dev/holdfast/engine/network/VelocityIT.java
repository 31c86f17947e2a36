package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.control.ControlOutcome;
import dev.holdfast.engine.control.ControlVersion;
import dev.holdfast.engine.control.Counter;
import dev.holdfast.engine.control.Rule;
import dev.holdfast.engine.control.Scope;
import dev.holdfast.engine.control.Window;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import static dev.holdfast.engine.network.MessageFunction.AUTHORIZATION;
import static dev.holdfast.engine.network.MessageFunction.NEGATIVE_ACKNOWLEDGEMENT;
import static dev.holdfast.engine.network.MessageFunction.REVERSAL_ADVICE;
import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static dev.holdfast.engine.testing.TestNetwork.php;
import static org.assertj.core.api.Assertions.assertThat;

/** Velocity limits at their limit, through the host on PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class VelocityIT {

    private static final long FUNDS = 1_000_000;

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final TestNetwork network = new TestNetwork(engine);

    VelocityIT() {
        network.patient();
    }

    @AfterAll
    void stop() {
        engine.assertVerifies();
        engine.close();
        database.close();
    }

    @Test
    void letsExactlyAsManyPassAsTheLimitSaysWhenManyCome() {
        TestCard card = limited("count", 23L, null);

        List<MessageOutcome> answers = atOnce(card, 64, 10);

        assertThat(approved(answers)).isEqualTo(23);
        assertThat(answers)
                .filteredOn(answer -> answer.response() == Response.DECLINED)
                .allMatch(answer -> answer.reason() == DeclineReason.CONTROL_COUNT);
        assertThat(engine.standing("count")).isEqualTo(FUNDS - 230 + "/0");
    }

    @Test
    void letsExactlyAsMuchPassAsTheLimitSaysWhenManyCome() {
        TestCard card = limited("amount", null, 105L);

        List<MessageOutcome> answers = atOnce(card, 64, 10);

        assertThat(approved(answers)).isEqualTo(10);
        assertThat(answers)
                .filteredOn(answer -> answer.response() == Response.DECLINED)
                .allMatch(answer -> answer.reason() == DeclineReason.CONTROL_AMOUNT);
        // What was declined has consumed nothing.
        assertThat(pass(card, "fits", 6)).isFalse();
        assertThat(pass(card, "fits-now", 5)).isTrue();
    }

    @Test
    void givesBackWhatIsReversed() {
        TestCard card = limited("reversed", 2L, 1_000L);
        Trace first = network.trace();
        assertThat(network.authorize(card, first, "rv-1", PRE_AUTHORIZATION, 600)
                        .response())
                .isEqualTo(Response.APPROVED);
        assertThat(pass(card, "rv-2", 500)).isFalse();
        network.reverse(card, first, "rv-1", 500);
        assertThat(pass(card, "rv-3", 500)).isTrue();
        assertThat(pass(card, "rv-4", 1)).isFalse();

        network.reverse(card, first, "rv-1", 0);

        assertThat(pass(card, "rv-5", 501)).isFalse();
        assertThat(pass(card, "rv-6", 500)).isTrue();
        assertThat(pass(card, "rv-7", 1)).isFalse();
    }

    @Test
    void givesBackOnceWhatIsReversedTwice() {
        TestCard card = limited("twice", null, 1_000L);
        Trace first = network.trace();
        network.authorize(card, first, "tw-1", FINAL_AUTHORIZATION, 600);
        assertThat(pass(card, "tw-2", 400)).isTrue();
        network.reverse(card, first, "tw-1", 0);
        network.reverse(card, first, "tw-1", 0);
        network.reverse(card, first, "tw-1", 100);

        assertThat(pass(card, "tw-3", 601)).isFalse();
        assertThat(pass(card, "tw-4", 600)).isTrue();
    }

    /** A tenant may name any authorization; what others have counted is not its to give back. */
    @Test
    void givesNothingBackForTheAuthorizationOfAnotherAccount() {
        List<TestCard> cards = IntStream.range(0, 16)
                .mapToObj(i -> limited("others-" + i, 1L, null))
                .toList();
        List<Future<HostAnswer>> answers = new ArrayList<>();
        for (int i = 0; i < cards.size(); i += 2) {
            TestCard card = cards.get(i);
            TestCard other = cards.get(i + 1);
            Trace trace = network.trace();
            answers.add(network.submit(network.arrival(
                    card, AUTHORIZATION, trace, "ot-" + i, TestNetwork.request(trace, FINAL_AUTHORIZATION, 10))));
            answers.add(network.submit(network.arrival(
                    other,
                    REVERSAL_ADVICE,
                    network.trace(),
                    "",
                    (id, credentials) -> new Content.Reversal(trace.authorization(card.id()), php(10), 0))));
        }
        answers.forEach(Await::on);

        for (int i = 0; i < cards.size(); i += 2) {
            assertThat(pass(cards.get(i), "again-" + i, 10)).isFalse();
            assertThat(pass(cards.get(i + 1), "first-" + i, 10)).isTrue();
        }
    }

    @Test
    void givesBackWhatIsVoided() {
        TestCard card = limited("voids", 1L, null);
        Trace first = network.trace();
        network.authorize(card, first, "vo-1", FINAL_AUTHORIZATION, 600);
        assertThat(pass(card, "vo-2", 1)).isFalse();

        network.send(
                card,
                NEGATIVE_ACKNOWLEDGEMENT,
                network.trace(),
                "vo-1",
                (id, credentials) -> new Content.AnswerVoid(first.authorization(id)));

        assertThat(pass(card, "vo-3", 1)).isTrue();
    }

    @Test
    void countsNothingForAReversalThatCameFirst() {
        TestCard card = limited("ahead", 1L, null);
        Trace first = network.trace();
        network.reverse(card, first, "ah-1", 0);
        assertThat(network.authorize(card, first, "ah-1", FINAL_AUTHORIZATION, 5)
                        .reason())
                .isEqualTo(DeclineReason.REVERSED_BEFORE);

        assertThat(pass(card, "ah-2", 5)).isTrue();
    }

    @Test
    void countsWhatThePresentmentForces() {
        TestCard card = limited("forced", null, 1_000L);
        network.state(card, "fo-1", new Content.Presentment("fo-1", php(900), true));

        assertThat(pass(card, "fo-2", 101)).isFalse();
        assertThat(pass(card, "fo-3", 100)).isTrue();
    }

    @Test
    void countsBeyondAnAuthorizationOnlyWhatThePresentmentTakesMore() {
        TestCard card = limited("beyond", 2L, 1_000L);
        network.authorize(card, network.trace(), "be-1", PRE_AUTHORIZATION, 500);
        network.state(card, "be-1", new Content.Presentment("be-1", php(700), true));

        assertThat(pass(card, "be-2", 301)).isFalse();
        assertThat(pass(card, "be-3", 300)).isTrue();
    }

    @Test
    void countsOnceWhatIsPresentedBeforeItIsAuthorized() {
        TestCard card = limited("linked", 2L, 1_000L);
        network.state(card, "li-1", new Content.Presentment("li-1", php(600), false));
        assertThat(pass(card, "li-1", 600)).isTrue();

        assertThat(pass(card, "li-2", 401)).isFalse();
        assertThat(pass(card, "li-3", 400)).isTrue();
    }

    @Test
    void countsAnIncrementAsMoreOfThePurchaseAndNotAsAnother() {
        TestCard card = limited("increment", 1L, 1_000L);
        network.authorize(card, network.trace(), "in-1", PRE_AUTHORIZATION, 500);

        assertThat(network.increment(card, network.trace(), "in-1", PRE_AUTHORIZATION, 501)
                        .reason())
                .isEqualTo(DeclineReason.CONTROL_AMOUNT);
        assertThat(network.increment(card, network.trace(), "in-1", PRE_AUTHORIZATION, 500)
                        .response())
                .isEqualTo(Response.APPROVED);
        assertThat(pass(card, "in-2", 1)).isFalse();
    }

    private List<MessageOutcome> atOnce(TestCard card, int count, long minor) {
        List<Future<HostAnswer>> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Trace trace = network.trace();
            sent.add(network.submit(network.arrival(
                    card,
                    AUTHORIZATION,
                    trace,
                    card.account() + "-" + i,
                    TestNetwork.request(trace, FINAL_AUTHORIZATION, minor))));
        }
        return sent.stream().map(answer -> Await.on(answer).outcome()).toList();
    }

    private static long approved(List<MessageOutcome> answers) {
        return answers.stream()
                .filter(answer -> answer.response() == Response.APPROVED)
                .count();
    }

    private boolean pass(TestCard card, String networkId, long minor) {
        MessageOutcome answer = network.authorize(card, network.trace(), networkId, FINAL_AUTHORIZATION, minor);
        return answer.response() == Response.APPROVED;
    }

    /** A card with a limit over the last day. */
    private TestCard limited(String name, @Nullable Long maxCount, @Nullable Long maxMinor) {
        TestCard card = network.card(name, FUNDS);
        Counter counter = new Counter(Scope.CARD, new Window.Sliding(Duration.ofDays(1)), TestEngine.PHP, Set.of());
        int tenant = engine.tenantId();
        ControlVersion version = done(engine.engine()
                .controls()
                .draft(tenant, name, List.of(new Rule.VelocityLimit("limit", counter, maxCount, maxMinor))));
        done(engine.engine().controls().shadow(tenant, version));
        done(engine.engine().controls().activate(tenant, version));
        Await.on(engine.engine().controlAssignments().assign(engine.key(name), card.id(), name));
        return card;
    }

    private static ControlVersion done(Future<ControlOutcome> outcome) {
        return Await.on(outcome).fold(done -> done.view().set().version(), refused -> {
            throw new AssertionError("refused: " + refused.reason());
        });
    }
}
