package dev.holdfast.engine.card;

import dev.holdfast.engine.card.CardNumberStore.Access;
import dev.holdfast.engine.card.CardNumberStore.Sealed;
import dev.holdfast.engine.lane.Failure;
import dev.holdfast.engine.lane.Failure.Kind;
import dev.holdfast.engine.vault.Pan;
import dev.holdfast.engine.vault.VaultKeys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** Opens card numbers, for those whose names stand in {@code card_access} before they get one. */
final class CardVault {

    private final Vertx vertx;
    private final VaultKeys keys;
    private final CardNumberStore numbers;

    CardVault(Vertx vertx, VaultKeys keys, CardNumberStore numbers) {
        this.vertx = vertx;
        this.keys = keys;
        this.numbers = numbers;
    }

    /** Opens the numbers of a tenant's cards and uses each, on a worker thread; leaves out cards that are not there. */
    <T> Future<List<T>> use(int tenantId, List<UUID> cards, Access access, BiFunction<CardOnFile, Pan, T> use) {
        return numbers.open(tenantId, cards, access).compose(stored -> opening(stored, use));
    }

    /** As above, of whichever tenant. */
    <T> Future<List<T>> use(List<UUID> cards, Access access, BiFunction<CardOnFile, Pan, T> use) {
        return numbers.open(cards, access).compose(stored -> opening(stored, use));
    }

    private <T> Future<List<T>> opening(List<Sealed> stored, BiFunction<CardOnFile, Pan, T> use) {
        return CardFailures.defects(vertx.executeBlocking(() -> opened(stored, use), false));
    }

    private <T> List<T> opened(List<Sealed> stored, BiFunction<CardOnFile, Pan, T> use) {
        List<T> used = new ArrayList<>(stored.size());
        for (Sealed each : stored) {
            used.add(use.apply(each.card(), open(each)));
        }
        return used;
    }

    private Pan open(Sealed stored) {
        CardOnFile card = stored.card();
        return keys.cipher().open(stored.pan(), CardRows.vaultRow(card)).fold(pan -> pan, refusal -> {
            throw new Failure(Kind.DEFECT, "the number of card " + card.cardId() + " does not open: " + refusal, null);
        });
    }
}
