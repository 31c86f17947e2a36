package dev.holdfast.engine.testing;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.ledger.LedgerRequest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names for holds that are known before the hold is: {@code #account/key} is the hold that the request with this key on
 * this account opened. A ledger gives each hold a reference of its own; this keeps the two together.
 *
 * <p>A name that no hold goes by yet stands for itself, and a request that was once sent so is always sent so: repeated
 * after the hold came to be, it must still be the same request.
 */
public final class HoldNames {

    private final Map<String, String> refs = new ConcurrentHashMap<>();
    private final Map<LedgerRequest, LedgerRequest> sent = new ConcurrentHashMap<>();

    public static String of(AccountKey account, String openingKey) {
        return "#" + account.ref() + "/" + openingKey;
    }

    /** The request as the ledger must hear it. */
    public LedgerRequest resolve(LedgerRequest named) {
        return sent.computeIfAbsent(named, request -> {
            String target = request.target();
            String ref = target == null ? null : refs.get(target);
            return ref == null ? request : withTarget(request, ref);
        });
    }

    /** Remembers which reference the hold got that this request opened; the first one stands. */
    public void learn(LedgerRequest opening, String ref) {
        refs.putIfAbsent(of(opening.account(), opening.references().idempotencyKey()), ref);
    }

    private static LedgerRequest withTarget(LedgerRequest request, String ref) {
        return new LedgerRequest(
                request.operation(), request.account(), request.references(), request.amount(), ref, request.forced());
    }
}
