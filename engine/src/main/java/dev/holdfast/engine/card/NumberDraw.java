package dev.holdfast.engine.card;

import dev.holdfast.engine.vault.LookupDigest;
import dev.holdfast.engine.vault.Pan;
import dev.holdfast.engine.vault.PanGenerator;
import dev.holdfast.engine.vault.VaultKeys;
import dev.holdfast.engine.vault.VaultRow;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Draws the numbers of an order, seals each for its row, and draws again those that are issued already under whichever
 * look-up key. A number that somebody else issues between this look and the insertion is left to the table to reject.
 */
final class NumberDraw {

    /** After that many draws a BIN counts as exhausted. Where nine numbers in ten are issued, a few draws do. */
    private static final int MAX_DRAWS = 12;

    /** Once numbers turn out to be issued already, more are drawn than are missing. */
    private static final int OVERDRAW = 8;

    private record Drawn(NewCard card, List<LookupDigest> candidates) {}

    private final Vertx vertx;
    private final VaultKeys keys;
    private final CardNumberStore numbers;
    private final PanGenerator generator;

    NumberDraw(Vertx vertx, VaultKeys keys, CardNumberStore numbers, SecureRandom random) {
        this.vertx = vertx;
        this.keys = keys;
        this.numbers = numbers;
        this.generator = new PanGenerator(random);
    }

    /** The order's numbers; empty if its BIN has too few left. */
    Future<Optional<List<NewCard>>> draw(CardIssue order) {
        if (order.count() > order.bin().capacity() / 2) {
            return Future.succeededFuture(Optional.empty());
        }
        return draw(order, new LinkedHashMap<>(), MAX_DRAWS);
    }

    private Future<Optional<List<NewCard>>> draw(CardIssue order, Map<LookupDigest, NewCard> free, int drawsLeft) {
        int missing = order.count() - free.size();
        if (missing == 0) {
            return Future.succeededFuture(Optional.of(List.copyOf(free.values())));
        }
        if (drawsLeft == 0) {
            return Future.succeededFuture(Optional.empty());
        }
        int count = drawsLeft == MAX_DRAWS ? missing : overdrawn(order, missing);
        return CardFailures.defects(vertx.executeBlocking(() -> sealed(order, count), false))
                .compose(drawn -> numbers.find(
                                drawn.stream().map(Drawn::candidates).toList())
                        .compose(issued -> {
                            keepFree(drawn, issued, free, order.count());
                            return draw(order, free, drawsLeft - 1);
                        }));
    }

    private static int overdrawn(CardIssue order, int missing) {
        long most = Math.min(CardIssue.MAX_COUNT, order.bin().capacity() / 2);
        return (int) Math.min(most, (long) OVERDRAW * missing);
    }

    /** Twice in one order is as taken as issued before; by the current digest, so that a change of keys does no harm. */
    private static void keepFree(
            List<Drawn> drawn, List<Optional<CardOnFile>> issued, Map<LookupDigest, NewCard> free, int wanted) {
        for (int i = 0; i < drawn.size(); i++) {
            NewCard card = drawn.get(i).card();
            if (free.size() < wanted && issued.get(i).isEmpty()) {
                free.putIfAbsent(drawn.get(i).candidates().get(0), card);
            }
        }
    }

    private List<Drawn> sealed(CardIssue order, int count) {
        List<Drawn> drawn = new ArrayList<>(count);
        for (Pan pan : generator.draw(order.bin(), count)) {
            UUID id = UUID.randomUUID();
            List<LookupDigest> candidates = keys.digest().candidates(pan);
            VaultRow row = new VaultRow(order.account().tenantId(), id);
            NewCard card = new NewCard(
                    id, pan.masked(), candidates.get(0), keys.cipher().seal(pan, row));
            pan.wipe();
            drawn.add(new Drawn(card, candidates));
        }
        return drawn;
    }
}
