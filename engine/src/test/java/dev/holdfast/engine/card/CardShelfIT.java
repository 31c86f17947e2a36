package dev.holdfast.engine.card;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.BookCommand;
import dev.holdfast.engine.book.BookSessions;
import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.lane.Lanes;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestEngine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

import static org.assertj.core.api.Assertions.assertThat;

/** The shelf as an authorization uses it: cards named, found and changed in a lane's batch. */
@TestInstance(Lifecycle.PER_CLASS)
class CardShelfIT {

    private final CardRig rig = new CardRig();
    private final Vertx vertx = Vertx.vertx();
    private final Lanes<Book> lanes = Await.on(Lanes.start(
            vertx,
            LaneOptions.DEFAULTS,
            new BookSessions(new Connections(vertx, rig.database.url()), List.of(CardShelf.KIND)),
            new SimpleMeterRegistry(),
            Clock.systemUTC()));

    @AfterAll
    void stop() {
        Await.on(lanes.close());
        Await.on(vertx.close());
        rig.close();
    }

    @Test
    void seesALockInTheVeryNextBatch() {
        UUID card = rig.issuedOne("locked");
        assertThat(status("locked", card)).isEqualTo(CardStatus.ACTIVE);
        rig.set("locked", card, CardStatus.LOCKED);
        assertThat(status("locked", card)).isEqualTo(CardStatus.LOCKED);
    }

    @Test
    void countsWrongPinsOfManySendersOnceEachAndNoneBeyondTheThird() {
        UUID card = rig.issuedOne("pins");
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tries.add(on("pins", card, (shelf, found) -> {
                boolean exceeded = found.pinTriesExceeded();
                shelf.countPinFailure(found);
                return exceeded;
            }));
        }
        assertThat(tries.stream().filter(each -> !Await.on(each)).count()).isEqualTo(3);
        assertThat(rig.database.queryText("SELECT pin_failures FROM card WHERE card_id = '" + card + "'"))
                .isEqualTo("3");

        Await.on(rig.cards().clearPinFailures(rig.engine.key("pins"), card, TestEngine.deadline()));
        Future<Boolean> exceeded = on("pins", card, (shelf, found) -> found.pinTriesExceeded());
        assertThat(Await.on(exceeded).booleanValue()).isFalse();
    }

    @Test
    void keepsWhatWasIssuedWithTheCard() {
        UUID card = rig.issuedOne("facts");
        BookedCard found = Await.on(on("facts", card, (shelf, each) -> each));
        assertThat(found.facts()).isEqualTo(CardRig.FACTS);
        assertThat(found.address()).isEqualTo(new BillingAddress("SW1A 1AA", "10"));
        assertThat(found.pvv()).isNull();
    }

    private CardStatus status(String account, UUID card) {
        return Await.on(on(account, card, (shelf, found) -> found.status()));
    }

    private <T> Future<T> on(String account, UUID card, BiFunction<CardShelf, BookedCard, T> use) {
        return lanes.submit(new UseCard<>(rig.engine.key(account), card, use), TestEngine.deadline());
    }

    private record UseCard<T>(AccountKey key, UUID card, BiFunction<CardShelf, BookedCard, T> use)
            implements BookCommand<T> {

        @Override
        public AccountId account() {
            return AccountId.of(key);
        }

        @Override
        public void name(Book book) {
            book.named().account(account(), key);
            book.shelf(CardShelf.KIND).name(account(), card);
        }

        @Override
        public @Nullable T recall(Book book) {
            return null;
        }

        @Override
        public T decide(Book book) {
            CardShelf shelf = book.shelf(CardShelf.KIND);
            BookedCard found = shelf.find(account(), card);
            if (found == null) {
                throw new IllegalStateException("no such card");
            }
            return use.apply(shelf, found);
        }
    }
}
