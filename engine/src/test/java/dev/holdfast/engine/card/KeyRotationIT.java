package dev.holdfast.engine.card;

import dev.holdfast.engine.card.CardIssueOutcome.Issued;
import dev.holdfast.engine.card.CardIssueOutcome.IssuedCard;
import dev.holdfast.engine.card.KeyRotation.Progress;
import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.vault.Bin;
import dev.holdfast.engine.vault.Pan;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Keys change while cards are found and issued. */
class KeyRotationIT {

    private static final int CARDS = 600;

    private final CardRig rig = new CardRig();
    private final Vertx vertx = Vertx.vertx();
    private final Connections connections = new Connections(vertx, rig.database.url());
    private final CardNumberStore numberStore =
            new CardNumberStore(connections.openForLookups(), connections.openForCards());
    private final KeyRotation rotation = rig.engine.engine().keyRotation();

    @AfterEach
    void stop() {
        Await.on(vertx.close());
        rig.close();
    }

    @Test
    void findsEveryCardWhileDigestsAreMadeAnew() {
        List<Pan> numbers = numbers(rig.issued("walk", CARDS));
        rig.keys.replace(rig.keys.ring().withNewLookupKey(rig.random));

        Future<Progress> walk = rotation.redigest("test");
        // A directory of its own for each look, so that nothing is remembered.
        Random choice = new Random(7);
        List<Future<Optional<CardOnFile>>> looks = new ArrayList<>();
        while (!walk.isComplete() || looks.size() < CARDS) {
            Future<Optional<CardOnFile>> look = freshDirectory().find(numbers.get(choice.nextInt(CARDS)));
            looks.add(look);
            assertThat(Await.on(look)).isPresent();
        }

        assertThat(Await.on(walk)).isEqualTo(new Progress(CARDS, 0));
        assertThat(Await.on(rotation.rowsByLookupKey())).isEqualTo(Map.of(2, (long) CARDS));
        rig.keys.replace(rig.keys.ring().withoutLookupKey(1));
        numbers.forEach(
                number -> assertThat(Await.on(rig.directory().find(number))).isPresent());
    }

    @Test
    void opensEveryCardWhileDataKeysAreWrappedAnew() {
        List<IssuedCard> cards = rig.issued("wrap", CARDS);
        rig.keys.replace(rig.keys.ring().withNewEncryptionKey(rig.random));

        Future<Progress> walk = rotation.rewrap();
        Random choice = new Random(8);
        for (int i = 0; i < 20 || !walk.isComplete(); i++) {
            assertThat(rig.number(cards.get(choice.nextInt(CARDS)).id())).isNotNull();
        }
        assertThat(Await.on(walk)).isEqualTo(new Progress(CARDS, 0));
        rig.keys.replace(rig.keys.ring().withoutEncryptionKey(1));
        assertThat(rig.number(cards.get(0).id())).isNotNull();
        assertThat(Await.on(rotation.rewrap())).isEqualTo(Progress.NOTHING);
    }

    @Test
    void passesOverWhatAnInterruptedChangeHadRewritten() {
        rig.issued("resumed", 10);
        rig.keys.replace(rig.keys.ring().withNewLookupKey(rig.random));
        assertThat(rig.issue(rig.order("resumed", "after", 7))).isInstanceOf(Issued.class);
        assertThat(Await.on(rotation.redigest("test"))).isEqualTo(new Progress(10, 0));
        assertThat(rig.database.queryText("SELECT count(*) FROM card_access WHERE purpose = 'look-up key'"))
                .isEqualTo("10");
    }

    @Test
    void leavesARowThatDoesNotOpenAsItIsAndCountsIt() {
        rig.issued("altered", 3);
        rig.database.execute("UPDATE card_number SET ciphertext = ciphertext || '\\x00' WHERE card_id ="
                + " (SELECT min(card_id::text)::uuid FROM card_number)");
        rig.keys.replace(rig.keys.ring().withNewLookupKey(rig.random));
        assertThat(Await.on(rotation.redigest("test"))).isEqualTo(new Progress(2, 1));
    }

    @Test
    void issuesNoNumberTwiceUnderTwoLookupKeys() {
        rig.engine.open("twice");
        Bin small = new Bin("99999813", 12);
        assertThat(rig.issue(rig.order("twice", "before", small, 450))).isInstanceOf(Issued.class);
        rig.keys.replace(rig.keys.ring().withNewLookupKey(rig.random));
        assertThat(rig.issue(rig.order("twice", "after", small, 450))).isInstanceOf(Issued.class);

        assertThat(Await.on(rotation.redigest("test"))).isEqualTo(new Progress(450, 0));
    }

    private CardDirectory freshDirectory() {
        return new CardDirectory(rig.keys, numberStore, new CardMetrics(new SimpleMeterRegistry()));
    }

    private List<Pan> numbers(List<IssuedCard> cards) {
        return Await.on(rig.cards()
                        .emboss(
                                rig.engine.tenantId(),
                                cards.stream().map(IssuedCard::id).toList(),
                                "test"))
                .stream()
                .map(EmbossingRecord::pan)
                .toList();
    }
}
