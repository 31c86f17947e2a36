package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.book.Account;
import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.BookCommand;
import dev.holdfast.engine.card.CardShelf;
import dev.holdfast.engine.control.ControlShelf;
import dev.holdfast.engine.payment.PaymentShelf;
import dev.holdfast.engine.program.ProgramSettings;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** Answers one message, and moves the money that it moves, in one transaction. */
final class MessageCommand implements BookCommand<MessageOutcome> {

    private final NetworkMessage message;
    private final ProgramSettings program;
    private final AccountId account;
    private final UUID fingerprint;
    private final MessageNames names;

    /** Whether it has decided before, and runs again: then what is stored is its own, and nobody has been told of it. */
    private boolean decided;

    MessageCommand(NetworkMessage message, ProgramSettings program) {
        this.message = message;
        this.program = program;
        this.account = AccountId.of(message.subject().account());
        this.fingerprint = message.fingerprint();
        this.names = MessageNames.of(message);
    }

    UnderWay.Asked asked() {
        return new UnderWay.Asked(message.id(), fingerprint);
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public void name(Book book) {
        book.named().account(account, message.subject().account());
        MessageShelf messages = book.shelf(MessageShelf.KIND);
        messages.name(account, message.id());
        if (message.content() instanceof Content.AnswerVoid own && own.request() != null) {
            messages.name(account, own.request());
        }
        PaymentShelf payments = book.shelf(PaymentShelf.KIND);
        payments.name(account, names.lookups());
        UUID payment = paymentId();
        if (payment != null) {
            payments.nameById(account, payment);
        }
        UUID card = message.subject().card();
        if (card != null && message.function().isRequest()) {
            book.shelf(CardShelf.KIND).name(account, card);
        }
        UUID counted = message.counted();
        if (counted != null) {
            book.shelf(ControlShelf.KIND).name(account, counted, Velocities.uses(account, message));
        }
    }

    private @Nullable UUID paymentId() {
        if (message.content() instanceof Content.Expiry expiry) {
            return expiry.payment();
        }
        return message.content() instanceof Content.Unexpiry unexpiry ? unexpiry.payment() : null;
    }

    @Override
    public @Nullable MessageOutcome recall(Book book) {
        MessageShelf.Answered known = book.shelf(MessageShelf.KIND).answered(account, message.id());
        if (known == null) {
            return null;
        }
        MessageOutcome outcome = known.outcome();
        if (!known.fingerprint().equals(fingerprint)) {
            return declined(outcome, DeclineReason.DUPLICATE);
        }
        if (outcome.response().isApproval() && voided(book)) {
            return declined(outcome, DeclineReason.DEADLINE);
        }
        return decided && known.answers(message) ? outcome : outcome.asReplay();
    }

    private static MessageOutcome declined(MessageOutcome known, DeclineReason reason) {
        return MessageOutcome.declined(known.payment(), DecidedBy.ISSUER, List.of(Finding.of(reason)), known.funds());
    }

    /** Whether the approval that was answered has not counted, so that it must not be given again. */
    private boolean voided(Book book) {
        UUID authorization = message.content().authorization();
        return authorization != null
                && book.shelf(PaymentShelf.KIND)
                        .find(account, names.lookups())
                        .filter(found -> found.known().answerVoided(authorization))
                        .isPresent();
    }

    @Override
    public MessageOutcome decide(Book book) {
        Account owner = book.account(account);
        if (owner == null) {
            return unknownAccount(book);
        }
        decided = true;
        MessageOutcome outcome = answer(new Desk(book, owner, message, names, program));
        if (!outcome.flags().contains(Flag.NOT_DUE)) {
            book.shelf(MessageShelf.KIND)
                    .add(account, message, MessageShelf.Answered.of(message, fingerprint, outcome), book.now());
        }
        return outcome;
    }

    private MessageOutcome answer(Desk desk) {
        if (message.content() instanceof Content.Request request) {
            return new RequestDecision(desk, request).decide();
        }
        return message.content() instanceof Content.Approval approval
                ? new ApprovalDecision(desk, approval).decide()
                : new StatementTaking(desk).take();
    }

    private MessageOutcome unknownAccount(Book book) {
        if (message.function() != MessageFunction.APPROVAL) {
            // A card's account is never deleted: this is a door that named another one.
            return MessageOutcome.declined(DecidedBy.ISSUER, DeclineReason.CARD_NOT_FOUND);
        }
        MessageOutcome outcome = MessageOutcome.declined(DecidedBy.ISSUER, DeclineReason.ACCOUNT_NOT_FOUND);
        book.shelf(MessageShelf.KIND)
                .addUnplaced(
                        account.bucket(),
                        message.unplaced(),
                        MessageShelf.Answered.of(message, fingerprint, outcome),
                        book.now());
        return outcome;
    }
}
