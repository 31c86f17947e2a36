package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.AuthorizationRequest;
import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import static dev.holdfast.engine.network.MessageFunction.AUTHORIZATION;
import static dev.holdfast.engine.network.MessageFunction.CLEARING;
import static dev.holdfast.engine.network.MessageFunction.UNEXPIRY;
import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static dev.holdfast.engine.testing.TestNetwork.php;
import static org.assertj.core.api.Assertions.assertThat;

/** Messages that share no name open a payment each; a later one says that these are one. */
@TestInstance(Lifecycle.PER_CLASS)
class JoinedPaymentsIT {

    private static final String NO_ID = "";

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
    void holdsOnceWhatWasReversedInPartAndPresentedUnderTwoNamesBeforeItsRequest() {
        TestCard card = network.card("before", 10_000);
        Trace first = network.trace();
        network.reverse(card, first, NO_ID, 700);
        capture(card, "be-net", "be-arn", 310, false);
        assertThat(engine.standing("before")).isEqualTo("9690/0");

        MessageOutcome approved = network.authorize(card, first, "be-net", PRE_AUTHORIZATION, 1_000);

        assertThat(approved.flags()).containsExactlyInAnyOrder(Flag.COVERED_BEFORE, Flag.JOINED);
        assertThat(engine.standing("before")).isEqualTo("9300/390");
    }

    @Test
    void joinsWhatWasHeldWithWhatWasForcedUnderAnotherName() {
        TestCard card = network.card("after", 10_000);
        Trace first = network.trace();
        MessageOutcome approved = network.authorize(card, first, NO_ID, PRE_AUTHORIZATION, 1_000);
        capture(card, "af-net", "af-1", 310, false);
        assertThat(engine.standing("after")).isEqualTo("8690/1000");

        MessageOutcome tying = tie(card, "af-2", 400, approval(approved, first, "af-net"));

        assertThat(tying.flags()).containsExactly(Flag.JOINED);
        assertThat(tying.payment()).isEqualTo(approved.payment());
        assertThat(engine.standing("after")).isEqualTo("9000/290");
    }

    @Test
    void leavesTwoAuthorizationsApart() {
        TestCard card = network.card("two", 10_000);
        MessageOutcome one = network.authorize(card, network.trace(), "tw-1", PRE_AUTHORIZATION, 1_000);
        MessageOutcome other = network.authorize(card, network.trace(), "tw-2", PRE_AUTHORIZATION, 500);

        MessageOutcome both = tie(card, "tw-arn", 400, ids("tw-2", "tw-1"));

        assertThat(both.flags()).isEmpty();
        assertThat(both.payment()).isEqualTo(one.payment()).isNotEqualTo(other.payment());
        assertThat(engine.standing("two")).isEqualTo("8500/1100");
    }

    @Test
    void isFoundByEveryNameOfEveryPartOnceManyAreJoinedOneAfterAnother() {
        TestCard card = network.card("chain", 10_000);
        Trace first = network.trace();
        // Three parts, of which the first two are joined before the authorization comes.
        capture(card, "ch-1", "ch-a", 100, false);
        capture(card, "ch-2", "ch-b", 50, false);
        MessageOutcome tied = tie(card, "ch-c", 25, ids("ch-2", "ch-1"));
        assertThat(tied.flags()).contains(Flag.JOINED);
        MessageOutcome approved = network.authorize(card, first, NO_ID, PRE_AUTHORIZATION, 1_000);
        assertThat(engine.standing("chain")).isEqualTo("8825/1000");

        MessageOutcome joined = tie(card, "ch-d", 10, approval(approved, first, "ch-1"));

        assertThat(joined.flags()).containsExactly(Flag.JOINED);
        assertThat(engine.standing("chain")).isEqualTo("9000/815");
        for (String name : List.of("ch-a", "ch-b", "ch-c", "ch-d")) {
            MessageOutcome undone = network.state(card, NO_ID, new Content.PresentmentReversal(name));
            assertThat(undone.payment()).isEqualTo(approved.payment());
        }
        capture(card, "ch-2", "ch-e", 300, true);
        assertThat(engine.standing("chain")).isEqualTo("9700/0");
        assertThat(messages(first.authorization(card.id()))).hasSize(10);
    }

    @Test
    void joinsWithinOneBatchToo() {
        TestCard card = network.card("batch", 10_000);
        Trace first = network.trace();

        List<Future<HostAnswer>> answers = List.of(
                network.submit(linked(card, "ba-a", 100, ids("ba-1", ""))),
                network.submit(linked(card, "ba-b", 50, ids("ba-2", ""))),
                network.submit(linked(card, "ba-c", 25, ids("ba-2", "ba-1"))),
                network.submit(network.arrival(
                        card, AUTHORIZATION, first, "ba-1", TestNetwork.request(first, PRE_AUTHORIZATION, 1_000))));
        answers.forEach(Await::on);

        assertThat(engine.standing("batch")).isEqualTo("9000/825");
        capture(card, "ba-2", "ba-d", 25, true);
        assertThat(engine.standing("batch")).isEqualTo("9800/0");
    }

    @Test
    void expiresOnceThoughItWasOpenedTwice() {
        TestCard card = network.card("expiring", 10_000);
        Trace first = network.trace();
        network.reverse(card, first, NO_ID, 700);
        capture(card, "ex-net", "ex-arn", 310, false);
        MessageOutcome approved = network.authorize(card, first, "ex-net", FINAL_AUTHORIZATION, 1_000);
        assertThat(engine.standing("expiring")).isEqualTo("9300/0");

        database.execute("UPDATE payment SET expires_at = now() WHERE expires_at IS NOT NULL AND payment_id = '"
                + approved.payment() + "'");

        Await.until("the rest is given back", () -> engine.standing("expiring").equals("9690/0"));
    }

    @Test
    void expiresAgainAfterAnOperatorTookTheExpiryBack() {
        TestCard card = network.card("again", 1_000);
        MessageOutcome approved = network.authorize(card, network.trace(), "ag-1", PRE_AUTHORIZATION, 600);
        network.state(card, "ag-1", new Content.NetworkExpiry("ag-e1"));
        unexpire(card, approved);
        assertThat(engine.standing("again")).isEqualTo("400/600");

        network.state(card, "ag-1", new Content.NetworkExpiry("ag-e2"));

        assertThat(engine.standing("again")).isEqualTo("1000/0");
        capture(card, "ag-1", "ag-arn", 100, false);
        assertThat(engine.standing("again")).isEqualTo("900/0");
    }

    @Test
    void isOverWhereAPartOfItIs() {
        TestCard card = network.card("over", 1_000);
        MessageOutcome approved = network.authorize(card, network.trace(), "ov-1", PRE_AUTHORIZATION, 600);
        network.state(card, "ov-1", new Content.NetworkExpiry("ov-e1"));
        unexpire(card, approved);
        MessageOutcome part = network.state(card, "ov-2", new Content.NetworkExpiry("ov-e2"));
        assertThat(engine.standing("over")).isEqualTo("400/600");

        tie(card, "ov-arn", 100, ids("ov-2", "ov-1"));
        assertThat(engine.standing("over")).isEqualTo("900/0");

        assertThat(unexpire(card, part).payment()).isEqualTo(approved.payment());
        assertThat(engine.standing("over")).isEqualTo("400/500");
    }

    /** What presents itself is not given back by the clock, whatever joins it or it joins. */
    @Test
    void givesNoExpiryToWhatPresentsItself() {
        TestCard card = network.card("single", 10_000);
        Trace one = network.trace();
        buy(card, one, "si-1");
        network.state(card, "si-2", new Content.Refund("si-r", php(50)));
        assertThat(tie(card, "si-a", 10, ids("si-2", "si-1")).flags()).contains(Flag.JOINED);

        Trace other = network.trace();
        network.reverse(card, other, NO_ID, 700);
        network.state(card, "si-3", new Content.Refund("si-s", php(5)));
        assertThat(buy(card, other, "si-3").flags()).contains(Flag.JOINED);

        assertThat(expiring(card)).isEqualTo("0");
        assertThat(engine.standing("single")).isEqualTo("8355/0");
    }

    @Test
    void joinsNothingForARequestThatIsDeclined() {
        TestCard card = network.card("declined", 1_000);
        Trace first = network.trace();
        network.reverse(card, first, NO_ID, 7_000);
        capture(card, "de-net", "de-arn", 310, false);

        MessageOutcome declined = network.authorize(card, first, "de-net", PRE_AUTHORIZATION, 50_000);

        assertThat(declined.response()).isEqualTo(Response.DECLINED);
        assertThat(declined.flags()).isEmpty();
        assertThat(database.queryText("SELECT count(*) FROM payment WHERE joined_to IS NOT NULL AND " + of(card)))
                .isEqualTo("0");
        assertThat(engine.standing("declined")).isEqualTo("690/0");
    }

    private MessageOutcome buy(TestCard card, Trace trace, String networkId) {
        AuthorizationRequest asked =
                new AuthorizationRequest(TransactionType.PURCHASE, FINAL_AUTHORIZATION, false, false, php(1_000));
        return network.send(
                card,
                AUTHORIZATION,
                trace,
                networkId,
                (id, credentials) -> new Content.Request(trace.authorization(id), asked, true, credentials));
    }

    private MessageOutcome unexpire(TestCard card, MessageOutcome known) {
        UUID payment = Objects.requireNonNull(known.payment());
        return network.send(
                card, UNEXPIRY, network.trace(), NO_ID, (id, credentials) -> new Content.Unexpiry(payment, "operator"));
    }

    private String expiring(TestCard card) {
        return database.queryText("SELECT count(*) FROM payment WHERE expires_at IS NOT NULL AND " + of(card));
    }

    private static String of(TestCard card) {
        return "account_id = (SELECT account_id FROM account WHERE account_ref = '" + card.account() + "')";
    }

    private MessageOutcome capture(TestCard card, String networkId, String reference, long minor, boolean last) {
        return network.state(card, networkId, new Content.Presentment(reference, php(minor), last));
    }

    private MessageOutcome tie(TestCard card, String reference, long minor, Links links) {
        return network.send(linked(card, reference, minor, links));
    }

    private Arrival linked(TestCard card, String reference, long minor, Links links) {
        Arrival arrival = network.arrival(
                card,
                CLEARING,
                network.trace(),
                NO_ID,
                (id, credentials) -> new Content.Presentment(reference, php(minor), false));
        return TestNetwork.with(arrival, links, arrival.timing().sentAt());
    }

    private static Links ids(String own, String original) {
        return new Links("test", own, original, "", "");
    }

    /** As a merchant quotes an approval that the network gave no id. */
    private static Links approval(MessageOutcome approved, Trace first, String networkId) {
        return new Links("test", networkId, "", Objects.requireNonNull(approved.approvalCode()), "R" + first.number());
    }

    /** The page about an authorization. */
    private List<MessageView> messages(UUID authorization) {
        return Await.on(engine.engine().messageQueries().authorization(engine.tenantId(), authorization))
                .orElseThrow()
                .messages();
    }
}
