package dev.holdfast.engine.card;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.card.CardIssueOutcome.Rejected;
import dev.holdfast.engine.card.CardNumberStore.Access;
import dev.holdfast.engine.hsm.EncryptedPinBlock;
import dev.holdfast.engine.hsm.Hsm;
import dev.holdfast.engine.hsm.Pin;
import dev.holdfast.engine.hsm.PinBlockOutcome;
import dev.holdfast.engine.hsm.Pvv;
import dev.holdfast.engine.hsm.ServiceCode;
import dev.holdfast.engine.lane.Failure;
import dev.holdfast.engine.lane.Lanes;
import dev.holdfast.engine.vault.Pan;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Issues, changes and shows cards. Futures fail with a {@link Failure} and nothing else. */
public final class Cards {

    /** How many cards one call shows or embosses. */
    public static final int MAX_CARDS = CardIssue.MAX_COUNT;

    /** A number that somebody else has issued in the meantime rejects the batch; more than once is no coincidence. */
    private static final int MAX_ISSUE_ATTEMPTS = 3;

    /**
     * Each order looks its numbers up, on the two connections that authorizations look cards up on, of whose queue of 128 one
     * call must not take more than a part.
     */
    private static final int MAX_ISSUES_AT_ONCE = 16;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Lanes<Book> lanes;
    private final Hsm hsm;
    private final NumberDraw draw;
    private final CardVault vault;
    private final CardViewStore views;

    Cards(Lanes<Book> lanes, Hsm hsm, NumberDraw draw, CardVault vault, CardViewStore views) {
        this.lanes = lanes;
        this.hsm = hsm;
        this.draw = draw;
        this.vault = vault;
        this.views = views;
    }

    /** Issues an order's cards, all or none, once per account and key; the same order again gives the same cards. */
    public Future<CardIssueOutcome> issue(CardIssue order, Instant deadline) {
        return issue(order, deadline, MAX_ISSUE_ATTEMPTS);
    }

    /**
     * Issues several orders, each for itself and {@value #MAX_ISSUES_AT_ONCE} at a time; the outcomes are in the order of
     * the orders. If one fails, so does the call, and those that were issued stand: sent again, they are answered with the
     * same cards.
     *
     * @throws IllegalArgumentException if there are more than {@link CardIssue#MAX_COUNT} cards in all
     */
    public Future<List<CardIssueOutcome>> issueAll(List<CardIssue> orders, Instant deadline) {
        if (orders.stream().mapToInt(CardIssue::count).sum() > CardIssue.MAX_COUNT) {
            throw new IllegalArgumentException("one call issues at most " + CardIssue.MAX_COUNT + " cards");
        }
        List<Future<CardIssueOutcome>> issued = new ArrayList<>(orders.size());
        for (CardIssue order : orders) {
            int turn = issued.size() - MAX_ISSUES_AT_ONCE;
            issued.add(turn < 0 ? issue(order, deadline) : issued.get(turn).compose(done -> issue(order, deadline)));
        }
        return Future.all(issued).map(all -> issued.stream().map(Future::result).toList());
    }

    private Future<CardIssueOutcome> issue(CardIssue order, Instant deadline, int attemptsLeft) {
        return draw.draw(order)
                .compose(numbers -> numbers.isEmpty()
                        ? Future.succeededFuture(new Rejected(CardIssueOutcome.Rejection.BIN_EXHAUSTED))
                        : lanes.submit(new IssueCardsCommand(order, numbers.get()), deadline)
                                .recover(cause -> attemptsLeft > 1 && rejectedByDatabase(cause)
                                        ? issue(order, deadline, attemptsLeft - 1)
                                        : Future.failedFuture(cause)));
    }

    private static boolean rejectedByDatabase(Throwable cause) {
        return cause instanceof Failure failure && failure.kind() == Failure.Kind.DEFECT;
    }

    /**
     * Changes a card's status, where {@link CardPolicy} allows it. The very next authorization sees it.
     *
     * @param reason for the record, 1 to 200 characters
     * @throws IllegalArgumentException if the reason is none
     */
    public Future<CardOutcome> changeStatus(
            AccountKey account, UUID card, CardStatus to, String reason, Instant deadline) {
        return change(account, card, new CardChange.Status(to, reason), deadline);
    }

    /** Lets PINs be tried again. */
    public Future<CardOutcome> clearPinFailures(AccountKey account, UUID card, Instant deadline) {
        return change(account, card, new CardChange.PinFailuresCleared(), deadline);
    }

    /**
     * Sets the PIN that a block holds, as a cardholder does at a terminal. Wrong PINs are forgotten.
     *
     * @param actor who asks, for the record of accesses
     */
    public Future<CardOutcome> setPin(
            AccountKey account, UUID card, EncryptedPinBlock block, String actor, Instant deadline) {
        return setPin(account, card, actor, deadline, pan -> hsm.pvv(pan, block));
    }

    /** Sets a PIN in clear, as an operator does; the caller closes it afterwards. Wrong PINs are forgotten. */
    public Future<CardOutcome> setPin(AccountKey account, UUID card, Pin pin, String actor, Instant deadline) {
        return setPin(account, card, actor, deadline, pan -> new PinBlockOutcome.Read<>(hsm.pvv(pan, pin)));
    }

    private Future<CardOutcome> setPin(
            AccountKey account, UUID card, String actor, Instant deadline, Function<Pan, PinBlockOutcome<Pvv>> make) {
        return vault.use(account.tenantId(), List.of(card), new Access(actor, "set pin"), (owner, pan) -> {
                    try {
                        return make.apply(pan);
                    } finally {
                        pan.wipe();
                    }
                })
                .compose(made -> made.isEmpty()
                        ? rejected(CardOutcome.Rejection.CARD_NOT_FOUND)
                        : made.get(0)
                                .fold(
                                        pvv -> change(account, card, new CardChange.NewPin(pvv), deadline),
                                        problem -> rejected(CardOutcome.Rejection.PIN_UNREADABLE)));
    }

    private static Future<CardOutcome> rejected(CardOutcome.Rejection reason) {
        return Future.succeededFuture(new CardOutcome.Rejected(reason));
    }

    private Future<CardOutcome> change(AccountKey account, UUID card, CardChange change, Instant deadline) {
        return lanes.submit(new ChangeCardCommand(account, card, change), deadline);
    }

    /** A tenant's card, by its id. */
    public Future<Optional<CardView>> card(int tenantId, UUID card) {
        return views.card(tenantId, card);
    }

    /**
     * An account's cards by ascending id, a page at a time; none if there is no such account.
     *
     * @param after the last card of the page before; null for the first page
     * @param limit 1 to {@link #MAX_CARDS}
     * @throws IllegalArgumentException if the limit is out of its range
     */
    public Future<List<CardView>> cards(AccountKey account, @Nullable UUID after, int limit) {
        requireCount(limit);
        return views.cards(account, after == null ? BEFORE_ALL : after, limit);
    }

    /**
     * Opens what a card bureau needs of a tenant's cards, by ascending id, and notes that. Cards that are not there are
     * left out. Whoever gets the records closes them.
     *
     * @param actor who asks, for the record of accesses
     * @throws IllegalArgumentException if there are no ids, or more than {@link #MAX_CARDS}
     */
    public Future<List<EmbossingRecord>> emboss(int tenantId, List<UUID> ids, String actor) {
        requireCount(ids.size());
        return vault.use(tenantId, ids, new Access(actor, "emboss"), this::record);
    }

    private EmbossingRecord record(CardOnFile card, Pan pan) {
        CardFacts facts = card.facts();
        return new EmbossingRecord(
                card.cardId(),
                card.accountKey().ref(),
                pan,
                facts,
                hsm.cvv(pan, facts.expiry(), ServiceCode.CARD_NOT_PRESENT));
    }

    private static void requireCount(int count) {
        if (count < 1 || count > MAX_CARDS) {
            throw new IllegalArgumentException("one call takes 1 to " + MAX_CARDS + " cards");
        }
    }
}
