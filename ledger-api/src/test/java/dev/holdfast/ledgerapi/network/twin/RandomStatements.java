package dev.holdfast.ledgerapi.network.twin;

import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.ledgerapi.network.twin.Spoken.Advice;
import dev.holdfast.ledgerapi.network.twin.Spoken.Named;
import dev.holdfast.ledgerapi.network.twin.Spoken.Presentment;
import dev.holdfast.ledgerapi.network.twin.Spoken.Request;
import dev.holdfast.ledgerapi.network.twin.Spoken.Reversal;
import dev.holdfast.ledgerapi.network.twin.Spoken.Terms;
import dev.holdfast.ledgerapi.network.twin.Spoken.Unpresentment;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws messages: new requests, and what may follow those that were drawn before, in time or not. */
final class RandomStatements {

    /** How far back a follow-up reaches. */
    private static final int MEMORY = 40;

    private static final int DAY_OF_IDS = 100_000;

    private final Random random;
    private final int cards;
    private final List<Request> requests = new ArrayList<>();
    private final List<Presentment> presentments = new ArrayList<>();
    private int sequence;

    RandomStatements(long seed, int cards) {
        this.random = new Random(seed);
        this.cards = cards;
    }

    Spoken next() {
        int draw = random.nextInt(100);
        if (requests.isEmpty() || draw < 40) {
            return remember(request());
        }
        Request about = requests.get(random.nextInt(requests.size()));
        if (draw < 48) {
            return about.repeated();
        }
        if (draw < 56) {
            Named named = named(about.named().networkId());
            long minor = about.terms().type() == TransactionType.ACCOUNT_VERIFICATION ? 0 : amount();
            return remember(new Request(about.card(), named, about.terms(), minor, about.named()));
        }
        if (draw < 66) {
            return reversal(about);
        }
        if (draw < 72) {
            return new Advice(
                    about.card(), following(about), about.named(), about.terms().pre(), chance(80), amount());
        }
        return draw < 92 || presentments.isEmpty() ? presentment(about) : unpresentment();
    }

    private Request request() {
        Named named = named(String.format("%015d", random.nextInt(DAY_OF_IDS) + 1L));
        TransactionType type = chance(70) ? TransactionType.PURCHASE : any();
        boolean pre = chance(40);
        Terms terms = new Terms(type, pre, !pre && chance(20), chance(30), chance(4));
        boolean free = type == TransactionType.ACCOUNT_VERIFICATION;
        Request request = new Request(random.nextInt(cards), named, terms, free ? 0 : amount(), null);
        if (chance(5)) {
            // Remembered and not sent: what follows it comes before it.
            remember(request);
            return request();
        }
        return request;
    }

    private TransactionType any() {
        TransactionType[] types = TransactionType.values();
        return types[random.nextInt(types.length)];
    }

    private Reversal reversal(Request about) {
        long left = chance(40) ? random.nextLong(about.minor() + 1) : 0;
        return new Reversal(about.card(), following(about), about.named(), about.minor(), left, chance(15));
    }

    private Presentment presentment(Request about) {
        long minor = chance(50) ? about.minor() : amount();
        Presentment made = new Presentment(about.card(), following(about), minor, chance(20), chance(70));
        presentments.add(made);
        return made;
    }

    private Unpresentment unpresentment() {
        Presentment about = presentments.get(random.nextInt(presentments.size()));
        return new Unpresentment(about.card(), named(about.named().networkId()), about);
    }

    private Request remember(Request request) {
        requests.add(request);
        if (requests.size() > MEMORY) {
            requests.remove(random.nextInt(requests.size()));
        }
        return request;
    }

    /** The network mostly, but not always, knows which payment it speaks of. */
    private Named following(Request about) {
        return named(chance(90) ? about.named().networkId() : null);
    }

    private Named named(@Nullable String networkId) {
        return new Named(++sequence, Instant.now().truncatedTo(ChronoUnit.SECONDS), networkId, false);
    }

    private long amount() {
        return chance(90) ? 1 + random.nextInt(3_000) : 1 + random.nextInt(60_000);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
