package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.control.ControlDecision;
import dev.holdfast.engine.control.ControlReason;
import dev.holdfast.engine.control.ControlShelf;
import dev.holdfast.engine.control.ControlVersion;
import dev.holdfast.engine.control.Purchase;
import dev.holdfast.engine.control.Tally;
import dev.holdfast.engine.control.Violation;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.payment.Payment;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Where messages meet spend controls: what is asked, what is counted, what is given back. */
final class Velocities {

    private Velocities() {}

    /** The uses that a message may count or give back: its own, and those of the authorization that it is about. */
    static Set<UUID> uses(AccountId account, NetworkMessage message) {
        UUID authorization = message.content().authorization();
        if (message.function().isRequest()) {
            return Set.of(use(account, Objects.requireNonNull(authorization)));
        }
        return authorization == null
                ? Set.of(use(account, message.id()))
                : Set.of(
                        use(account, message.id()),
                        use(account, authorization),
                        use(account, adviceUse(authorization)));
    }

    /** A sender may name an authorization of another account, whose use must be another one. */
    private static UUID use(AccountId account, UUID counted) {
        return Digest.of("velocity-use").with(account.value()).with(counted).toUuid();
    }

    /** What the network approved itself is counted apart: our own answer may be void, and what it counted given back. */
    static UUID adviceUse(UUID authorization) {
        return Digest.of("advice-use").with(authorization).toUuid();
    }

    /**
     * Asks the controls of the request's card and account.
     *
     * @param covered what the payment has taken of it before, and counted then, in minor units
     */
    static ControlDecision decide(Desk desk, boolean increment, long covered) {
        UUID card = Objects.requireNonNull(desk.message().counted());
        Amounts amounts = Objects.requireNonNull(desk.message().content().amounts());
        Tally asked = tally(increment, amounts.billing().minor(), covered);
        return desk.book()
                .shelf(ControlShelf.KIND)
                .decide(desk.account(), card, purchase(desk, card, amounts.billing(), asked));
    }

    /** What is covered was counted as a purchase, and an increment adds to one. */
    private static Tally tally(boolean increment, long minor, long covered) {
        long counted = Math.max(0, minor - covered);
        return increment || covered > 0 ? Tally.ofIncrement(counted) : Tally.ofPurchase(counted);
    }

    private static Purchase purchase(Desk desk, UUID card, Money amount, Tally counted) {
        Place place = Objects.requireNonNull(desk.message().place(), "a purchase is made somewhere");
        return new Purchase(
                card.toString(),
                desk.owner().key().ref(),
                amount,
                desk.now().truncatedTo(ChronoUnit.MICROS),
                place.merchant(),
                place.acceptance(),
                counted);
    }

    static List<Finding> findings(ControlDecision controls) {
        return controls.violations().stream().map(Velocities::finding).toList();
    }

    private static Finding finding(Violation violation) {
        String rule = text(violation.version()) + "/" + violation.rule() + ": "
                + violation.reason().code();
        return new Finding(reason(violation.reason()), rule);
    }

    /** What a network has words for: not permitted, too much, too often. */
    private static DeclineReason reason(ControlReason reason) {
        return switch (reason) {
            case AMOUNT_EXCEEDED, CARD_SPEND_EXCEEDED, ACCOUNT_SPEND_EXCEEDED, LIMIT_IN_OTHER_CURRENCY ->
                DeclineReason.CONTROL_AMOUNT;
            case CARD_COUNT_EXCEEDED, ACCOUNT_COUNT_EXCEEDED, CARD_WINDOW_FULL, ACCOUNT_WINDOW_FULL ->
                DeclineReason.CONTROL_COUNT;
            case MERCHANT_BLOCKED,
                    MERCHANT_NOT_ALLOWED,
                    MERCHANT_NOT_GIVEN,
                    MCC_BLOCKED,
                    MCC_NOT_ALLOWED,
                    COUNTRY_BLOCKED,
                    COUNTRY_NOT_ALLOWED,
                    COUNTRY_NOT_GIVEN,
                    CURRENCY_BLOCKED,
                    CURRENCY_NOT_ALLOWED,
                    BILLING_CURRENCY_BLOCKED,
                    BILLING_CURRENCY_NOT_ALLOWED,
                    CHANNEL_BLOCKED,
                    CHANNEL_NOT_ALLOWED,
                    ENTRY_MODE_BLOCKED,
                    ENTRY_MODE_NOT_ALLOWED,
                    TIME_BLOCKED,
                    TIME_NOT_ALLOWED,
                    COMBINATION_BLOCKED -> DeclineReason.CONTROL_NOT_PERMITTED;
        };
    }

    /** Every version that was asked, shadows in brackets. */
    static List<String> versions(ControlDecision controls) {
        return Stream.concat(
                        controls.active().stream().map(Velocities::text),
                        controls.shadow().stream().map(version -> "(" + text(version) + ")"))
                .toList();
    }

    private static String text(ControlVersion version) {
        return version.control() + "#" + version.number();
    }

    /**
     * Counts what was approved or forced. What the payment had taken before was counted then.
     *
     * @param counted what will give it back: the authorization, or the message that forced it
     */
    static void consume(Desk desk, UUID counted, boolean increment, long minor, long covered) {
        UUID card = desk.message().counted();
        Amounts amounts = desk.message().content().amounts();
        if (card != null && amounts != null && desk.message().place() != null) {
            Money amount = new Money(minor, amounts.billing().currency());
            Tally tally = tally(increment, minor, covered);
            UUID use = use(desk.account(), counted);
            desk.book().shelf(ControlShelf.KIND).consume(use, purchase(desk, card, amount, tally), tally);
        }
    }

    /** Gives back what a fact has taken from the authorizations that were counted. */
    static void giveBack(Desk desk, Payment before, Payment after) {
        UUID named = desk.message().content().authorization();
        if (named == null || desk.message().counted() == null) {
            return;
        }
        ControlShelf controls = desk.book().shelf(ControlShelf.KIND);
        UUID own = use(desk.account(), named);
        UUID advised = use(desk.account(), adviceUse(named));
        if (after.answerVoided(named)) {
            controls.giveBackAll(own);
        }
        if (after.left(named).orElse(1) == 0) {
            controls.giveBackAll(own);
            controls.giveBackAll(advised);
            return;
        }
        long gone = before.approved(named) - after.approved(named);
        if (gone > 0 && before.authorizations().contains(named)) {
            controls.giveBack(after.answerVoided(named) ? advised : own, gone);
        }
    }
}
