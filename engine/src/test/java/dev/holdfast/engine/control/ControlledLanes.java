package dev.holdfast.engine.control;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.BookCommand;
import dev.holdfast.engine.book.BookSessions;
import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.lane.Lanes;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestEngine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Lanes whose commands do nothing but spend under controls and give back. */
final class ControlledLanes implements AutoCloseable {

    /** A card of an account. */
    record Card(AccountKey account, UUID id) {}

    /**
     * What was decided and when.
     *
     * @param purchase as it was asked
     */
    record Decided(Purchase purchase, ControlDecision decision) {

        boolean declined() {
            return decision.declined();
        }

        List<ControlReason> reasons() {
            return decision.violations().stream().map(Violation::reason).toList();
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final Lanes<Book> lanes;

    ControlledLanes(DatabaseUrl database, LaneOptions options) {
        this.lanes = Await.on(Lanes.start(
                vertx,
                options,
                new BookSessions(new Connections(vertx, database), List.of(ControlShelf.KIND)),
                new SimpleMeterRegistry(),
                Clock.systemUTC()));
    }

    /** Asks, and counts what is not declined. */
    Future<Decided> spend(Card card, UUID message, long minor) {
        return spend(card, message, minor, now -> now);
    }

    /** As if it were another time. */
    Future<Decided> spend(Card card, UUID message, long minor, UnaryOperator<Instant> when) {
        return run(card, message, book -> {
            Purchase purchase = purchase(card, minor, when.apply(book.now()));
            ControlShelf shelf = book.shelf(ControlShelf.KIND);
            ControlDecision decision = shelf.decide(AccountId.of(card.account()), card.id(), purchase);
            if (!decision.declined()) {
                shelf.consume(message, purchase, Tally.ofPurchase(minor));
            }
            return new Decided(purchase, decision);
        });
    }

    /** Counts without asking. */
    Future<Purchase> force(Card card, UUID message, long minor) {
        return run(card, message, book -> {
            Purchase purchase = purchase(card, minor, book.now());
            book.shelf(ControlShelf.KIND).consume(message, purchase, Tally.ofPurchase(minor));
            return purchase;
        });
    }

    Future<Boolean> giveBack(Card card, UUID message, long minor) {
        return run(card, message, book -> {
            book.shelf(ControlShelf.KIND).giveBack(message, minor);
            return true;
        });
    }

    Future<Boolean> giveBackAll(Card card, UUID message) {
        return run(card, message, book -> {
            book.shelf(ControlShelf.KIND).giveBackAll(message);
            return true;
        });
    }

    static Purchase purchase(Card card, long minor, Instant at) {
        return new Purchase(
                "any",
                card.account().ref(),
                new Money(minor, TestEngine.PHP),
                at,
                Purchases.SUPERMARKET,
                Purchases.BY_CHIP);
    }

    private <O> Future<O> run(Card card, UUID message, Function<Book, O> decide) {
        AccountId account = AccountId.of(card.account());
        BookCommand<O> command = new BookCommand<>() {
            @Override
            public AccountId account() {
                return account;
            }

            @Override
            public void name(Book book) {
                book.named().account(account, card.account());
                book.shelf(ControlShelf.KIND).name(account, card.id(), List.of(message));
            }

            @Override
            public @Nullable O recall(Book book) {
                return null;
            }

            @Override
            public O decide(Book book) {
                return decide.apply(book);
            }
        };
        return lanes.submit(command, TestEngine.deadline());
    }

    @Override
    public void close() {
        Await.on(lanes.close());
        Await.on(vertx.close());
    }
}
