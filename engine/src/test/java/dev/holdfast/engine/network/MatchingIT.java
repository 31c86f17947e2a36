package dev.holdfast.engine.network;

import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.Objects;

import static dev.holdfast.engine.network.MessageFunction.AUTHORIZATION_ADVICE;
import static dev.holdfast.engine.network.MessageFunction.CLEARING;
import static dev.holdfast.engine.network.MessageFunction.REVERSAL_ADVICE;
import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static dev.holdfast.engine.testing.TestNetwork.php;
import static org.assertj.core.api.Assertions.assertThat;

/** By what a message finds its payment where it does not name it well. An empty id is what zeros are read as. */
@TestInstance(Lifecycle.PER_CLASS)
class MatchingIT {

    private static final String ZEROS = "";

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final TestNetwork network = new TestNetwork(engine);

    @AfterAll
    void stop() {
        engine.assertVerifies();
        engine.close();
        database.close();
    }

    @Test
    void findsByTheOriginalDataWhereTheNetworksIdIsZeros() {
        TestCard card = network.card("zeros", 1_000);
        Trace first = network.trace();
        network.authorize(card, first, ZEROS, PRE_AUTHORIZATION, 300);

        MessageOutcome reversed = network.reverse(card, first, ZEROS, 0);

        assertThat(reversed.flags()).isEmpty();
        assertThat(engine.standing("zeros")).isEqualTo("1000/0");
    }

    @Test
    void findsByTheNetworksIdWhereTheOriginalDataIsMissing() {
        TestCard card = network.card("no-de90", 1_000);
        network.authorize(card, network.trace(), "nd", PRE_AUTHORIZATION, 300);

        MessageOutcome reversed = reverse(card, 999, new Links("test", "nd", "", "", ""));

        assertThat(reversed.flags()).isEmpty();
        assertThat(engine.standing("no-de90")).isEqualTo("1000/0");
    }

    @Test
    void findsByTheApprovalWhereBothAreMissing() {
        TestCard card = network.card("approval", 1_000);
        Trace first = network.trace();
        MessageOutcome approved = network.authorize(card, first, ZEROS, PRE_AUTHORIZATION, 300);
        String code = Objects.requireNonNull(approved.approvalCode());

        MessageOutcome reversed = reverse(card, 999, new Links("test", "", "", code, "R" + first.number()));

        assertThat(reversed.flags()).isEmpty();
        assertThat(engine.standing("approval")).isEqualTo("1000/0");
    }

    @Test
    void guessesTheNewestOfEqualPurchasesAndSaysSo() {
        TestCard card = network.card("guess", 1_000);
        MessageOutcome older = network.authorize(card, network.trace(), "gu-1", PRE_AUTHORIZATION, 300);
        MessageOutcome newer = network.authorize(card, network.trace(), "gu-2", FINAL_AUTHORIZATION, 300);
        assertThat(engine.standing("guess")).isEqualTo("400/300");

        MessageOutcome reversed = reverse(card, 300, nothing());

        assertThat(reversed.flags()).containsExactly(Flag.GUESSED);
        assertThat(reversed.payment()).isEqualTo(newer.payment()).isNotEqualTo(older.payment());
        assertThat(engine.standing("guess")).isEqualTo("700/300");
    }

    @Test
    void doesNotGuessAnOlderPurchaseBecauseItsMessageCameAgain() {
        TestCard card = network.card("guess-again", 1_000);
        Trace first = network.trace();
        network.authorize(card, first, "ga-1", PRE_AUTHORIZATION, 300);
        MessageOutcome newer = network.authorize(card, network.trace(), "ga-2", FINAL_AUTHORIZATION, 300);
        network.authorize(card, first, "ga-1", PRE_AUTHORIZATION, 300);

        assertThat(reverse(card, 300, nothing()).payment()).isEqualTo(newer.payment());
        assertThat(engine.standing("guess-again")).isEqualTo("700/300");
    }

    @Test
    void movesNothingForAReversalThatNothingIsLike() {
        TestCard card = network.card("unlike", 1_000);
        network.authorize(card, network.trace(), "ul", PRE_AUTHORIZATION, 300);

        MessageOutcome reversed = reverse(card, 301, nothing());

        assertThat(reversed.response()).isEqualTo(Response.TAKEN);
        assertThat(reversed.flags()).containsExactly(Flag.UNMATCHED);
        assertThat(engine.standing("unlike")).isEqualTo("700/300");
    }

    @Test
    void doesNotGuessForARequest() {
        TestCard card = network.card("request", 1_000);
        MessageOutcome first = network.authorize(card, network.trace(), ZEROS, FINAL_AUTHORIZATION, 300);
        MessageOutcome second = network.authorize(card, network.trace(), ZEROS, FINAL_AUTHORIZATION, 300);

        assertThat(first.payment()).isNotEqualTo(second.payment());
        assertThat(engine.standing("request")).isEqualTo("400/0");
    }

    @Test
    void guessesForAPresentmentWithoutAnyId() {
        TestCard card = network.card("presented", 1_000);
        network.authorize(card, network.trace(), "pr", PRE_AUTHORIZATION, 300);

        MessageOutcome captured = network.state(card, ZEROS, new Content.Presentment("pr-arn", php(300), true));

        assertThat(captured.flags()).containsExactly(Flag.GUESSED);
        assertThat(engine.standing("presented")).isEqualTo("700/0");
    }

    @Test
    void doesNotGuessForAPresentmentThatNamesAnotherPaymentByTheNetworksId() {
        TestCard card = network.card("coffee", 1_000);
        network.authorize(card, network.trace(), "co-1", FINAL_AUTHORIZATION, 300);
        Arrival arrival = network.arrival(
                card,
                CLEARING,
                network.trace(),
                ZEROS,
                (id, credentials) -> new Content.Presentment("co-arn", php(300), true));
        Links second = new Links("test", "", "co-2", "", "");

        MessageOutcome ahead =
                network.send(TestNetwork.with(arrival, second, arrival.timing().sentAt()));
        MessageOutcome late = network.authorize(card, network.trace(), "co-2", FINAL_AUTHORIZATION, 300);

        assertThat(ahead.flags()).containsExactly(Flag.UNAUTHORIZED);
        assertThat(late.findings()).isEmpty();
        assertThat(engine.standing("coffee")).isEqualTo("400/0");
    }

    @Test
    void doesNotGuessForAnAdviceWhichIsAnAuthorizationOfItsOwn() {
        TestCard card = network.card("vending", 1_000);
        network.authorize(card, network.trace(), "ve-1", FINAL_AUTHORIZATION, 300);
        Trace stoodIn = network.trace();

        MessageOutcome advice = network.send(
                card,
                AUTHORIZATION_ADVICE,
                stoodIn,
                ZEROS,
                (id, credentials) ->
                        new Content.Advice(stoodIn.authorization(id), FINAL_AUTHORIZATION, true, php(300)));
        network.state(card, "ve-1", new Content.Presentment("ve-arn", php(300), true));

        assertThat(advice.flags()).isEmpty();
        assertThat(engine.standing("vending")).isEqualTo("400/0");
    }

    @Test
    void keepsCardsOfOneAccountApart() {
        TestCard card = network.card("apart", 1_000);
        TestCard another = network.another("apart", "second");
        network.authorize(card, network.trace(), "ap", PRE_AUTHORIZATION, 300);

        assertThat(reverse(another, 300, nothing()).flags()).containsExactly(Flag.UNMATCHED);
        assertThat(engine.standing("apart")).isEqualTo("700/300");
    }

    private static Links nothing() {
        return new Links("test", "", "", "", "");
    }

    /** Takes back what it does not name. */
    private MessageOutcome reverse(TestCard card, long minor, Links links) {
        Arrival arrival = network.arrival(
                card,
                REVERSAL_ADVICE,
                network.trace(),
                ZEROS,
                (id, credentials) -> new Content.Reversal(null, php(minor), 0));
        return network.send(TestNetwork.with(arrival, links, arrival.timing().sentAt()));
    }
}
