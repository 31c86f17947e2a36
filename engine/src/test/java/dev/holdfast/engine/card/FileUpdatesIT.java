package dev.holdfast.engine.card;

import dev.holdfast.engine.card.CardIssueOutcome.IssuedCard;
import dev.holdfast.engine.testing.Await;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What waits for the network's file, and those who take it. */
class FileUpdatesIT {

    private final CardRig rig = new CardRig();
    private final FileUpdates updates = rig.engine.engine().fileUpdates();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void givesEachUpdateToOneOfFourTakers() {
        List<IssuedCard> cards = rig.issued("many", 60);
        cards.forEach(card -> rig.set("many", card.id(), CardStatus.LOST));

        List<UUID> taken = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            List<Future<List<FileUpdate>>> takers = new ArrayList<>();
            for (int taker = 0; taker < 4; taker++) {
                takers.add(updates.take(5));
            }
            takers.forEach(taker -> Await.on(taker).forEach(update -> taken.add(update.cardId())));
        }
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        cards.stream().map(IssuedCard::id).toList());
    }

    @Test
    void tellsADeletionOnlyAfterItsAdditionWasAcknowledged() {
        UUID card = rig.issuedOne("found");
        rig.set("found", card, CardStatus.LOST);
        rig.set("found", card, CardStatus.ACTIVE);

        FileUpdate added = Await.on(updates.take(10)).get(0);
        assertThat(added.action()).isEqualTo(FileAction.ADD);
        assertThat(Await.on(updates.take(10))).isEmpty();
        Await.on(updates.acknowledge(added));

        List<FileUpdate> next = Await.on(updates.take(10));
        assertThat(next).hasSize(1);
        assertThat(next.get(0).action()).isEqualTo(FileAction.DELETE);
        assertThat(next.get(0).reason()).isEqualTo(CardStatus.LOST);
    }

    @Test
    void triesAgainAfterARestAndGivesUpAfterTheLastAttempt() {
        UUID card = rig.issuedOne("rest");
        rig.set("rest", card, CardStatus.STOLEN);
        for (int attempt = 1; attempt <= FileUpdates.MAX_ATTEMPTS; attempt++) {
            FileUpdate taken = Await.on(updates.take(1)).get(0);
            assertThat(taken.attempt()).isEqualTo(attempt);
            assertThat(givenUp()).isZero();
            Await.on(updates.fail(taken));
            assertThat(Await.on(updates.take(1))).isEmpty();
            rig.database.execute("UPDATE file_update SET due_at = now()");
        }
        assertThat(Await.on(updates.take(1))).isEmpty();
        assertThat(Await.on(updates.givenUp())).isEqualTo(1);
        assertThat(givenUp()).isEqualTo(1);
    }

    /** As Prometheus is told. */
    private double givenUp() {
        return rig.engine.counted("holdfast.card.file.updates.given.up");
    }

    @Test
    void opensTheNumberForSendingAndNotesIt() {
        UUID card = rig.issuedOne("open");
        rig.set("open", card, CardStatus.STOLEN);
        FileUpdate update = Await.on(updates.take(1)).get(0);
        assertThat(Await.on(updates.open(update, "link"))).contains(rig.number(card));
        assertThat(rig.database.queryText("SELECT count(*) FROM card_access WHERE purpose = 'file update'"))
                .isEqualTo("1");
    }
}
