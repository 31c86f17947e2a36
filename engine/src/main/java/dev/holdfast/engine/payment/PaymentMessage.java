package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One message of the card network about one payment, whichever door it came through.
 *
 * @param id of the message: a repeat of it has the same
 * @param account that the card belongs to
 * @param names by which other messages call the same payment, the best first (the network's id, then the acquirer's
 *     trace); not consulted if what the message itself refers to is known already
 * @param content what it says; amounts are from 0 to {@link Money#MAX_MINOR}
 */
public record PaymentMessage(UUID id, AccountKey account, List<String> names, Content content) {

    /** Some six ways of naming are known; each is a look-up. */
    public static final int MAX_NAMES = 8;

    /** Of a name or a reference. The longest known, of several fields put together, has some 60; an index row bounds it. */
    public static final int MAX_CHARACTERS = 256;

    public PaymentMessage {
        names = List.copyOf(names);
        if (names.isEmpty() || names.size() > MAX_NAMES) {
            throw new IllegalArgumentException("a message names its payment in 1 to " + MAX_NAMES + " ways");
        }
        names.forEach(PaymentMessage::requireText);
        requireText(FactType.toRow(fact(id, content)).ref());
        Money amount = content.amount();
        if (amount != null && amount.minor() > Money.MAX_MINOR) {
            throw new IllegalArgumentException("an amount is at most " + Money.MAX_MINOR + " minor units");
        }
    }

    /** What one message cannot have stored must not split the batch that it comes with. */
    private static void requireText(String text) {
        if (text.length() > MAX_CHARACTERS || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "names and references have at most " + MAX_CHARACTERS + " characters, none of them NUL");
        }
    }

    /**
     * By what its payment is looked up, the first that is known: what it refers to itself (an authorization, a presentment,
     * a refund), so that neither a repeat under other names nor a reversal goes to another payment; then its names.
     */
    List<String> lookups() {
        FactType.Row said = FactType.toRow(fact());
        List<String> lookups = new ArrayList<>(names.size() + 1);
        if (!said.ref().isEmpty()) {
            lookups.add(said.type().subject() + "/" + said.ref());
        }
        lookups.addAll(names);
        return lookups;
    }

    /** What a message says. */
    public sealed interface Content {

        /** The currency that amounts are in; null where no amount is said. */
        default @Nullable Money amount() {
            return null;
        }
    }

    /**
     * Asks for an amount: the only message that may be declined.
     *
     * @param amount what to approve; an increment's is what it adds
     */
    public record Authorization(PaymentKind kind, @Override Money amount) implements Content {}

    /**
     * Takes an authorization back, wholly or in part.
     *
     * @param authorization message that is reversed
     * @param amount what is left of it
     */
    public record Reversal(UUID authorization, @Override Money amount) implements Content {}

    /** See {@link Fact.Captured}. */
    public record Presentment(String reference, @Override Money amount, boolean last) implements Content {}

    /** See {@link Fact.CaptureReversed}. */
    public record PresentmentReversal(String reference) implements Content {}

    /** See {@link Fact.Refunded}. */
    public record Refund(String reference, @Override Money amount) implements Content {}

    /** See {@link Fact.RefundReversed}. */
    public record RefundReversal(String reference) implements Content {}

    /** See {@link Fact.Expired}. */
    public record Expiry() implements Content {}

    /** The fact that it states, if it is not declined. */
    Fact fact() {
        return fact(id, content);
    }

    private static Fact fact(UUID id, Content content) {
        if (content instanceof Authorization asked) {
            return new Fact.Approved(id, asked.kind(), asked.amount().minor());
        }
        if (content instanceof Reversal reversal) {
            return new Fact.Reversed(reversal.authorization(), reversal.amount().minor());
        }
        if (content instanceof Presentment capture) {
            return new Fact.Captured(capture.reference(), capture.amount().minor(), capture.last());
        }
        if (content instanceof PresentmentReversal reversal) {
            return new Fact.CaptureReversed(reversal.reference());
        }
        if (content instanceof Refund refund) {
            return new Fact.Refunded(refund.reference(), refund.amount().minor());
        }
        return content instanceof RefundReversal reversal
                ? new Fact.RefundReversed(reversal.reference())
                : new Fact.Expired();
    }

    /** Digest of all that it says: a repeat with another content is another message under a used id. */
    UUID fingerprint() {
        Digest digest = Digest.of("payment-message").with(account.tenantId()).with(account.ref());
        names.forEach(digest::with);
        FactType.Row said = FactType.toRow(fact());
        Money amount = content.amount();
        return digest.with(said.type().label())
                .with(said.ref())
                .with(said.amountMinor())
                .with(amount == null ? null : amount.currency().code())
                .toUuid();
    }
}
