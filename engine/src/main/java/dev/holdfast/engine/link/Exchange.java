package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.engine.iso8583.Profiles;
import io.vertx.core.Promise;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The file update that one link has sent and not yet heard of: at most one. */
final class Exchange {

    /** One that is under way. */
    private record Open(OwnMessages.Key key, long begunNanos, Promise<FileUpdateOutcome> outcome) {}

    private final OwnMessages own;

    /** Written on the link's event loop only; read to find a free link. */
    private volatile @Nullable Open open;

    Exchange(OwnMessages own) {
        this.own = own;
    }

    boolean isOpen() {
        return open != null;
    }

    /**
     * Begins an exchange. Returns the 0302 to send; empty, with the outcome told, if there is one already or the profile
     * cannot carry the update.
     */
    Optional<byte[]> begin(PendingUpdate update, long nanos, Promise<FileUpdateOutcome> outcome) {
        if (open != null || !own.canBegin()) {
            outcome.tryComplete(FileUpdateOutcome.NOT_SENT);
            return Optional.empty();
        }
        OwnMessages.Key key = own.nextKey();
        try {
            byte[] message = encode(update, own.begin("0302", key));
            open = new Open(key, nanos, outcome);
            return Optional.of(message);
        } catch (IllegalArgumentException e) {
            // From the builder, which names the field and not the value; the outcome says enough.
            outcome.tryComplete(FileUpdateOutcome.NOT_ENCODABLE);
            return Optional.empty();
        }
    }

    private byte[] encode(PendingUpdate update, MessageBuilder message) {
        message.set(2, update.card().digits().reveal())
                .set(91, update.action().code())
                .set(101, update.file());
        if (!update.record().isEmpty()) {
            message.set(own.profile() == Profiles.VISA_STYLE ? 127 : 120, update.record());
        }
        return message.encode();
    }

    /** Takes an 0312. Returns whether it was waited for. */
    boolean take(Message answer) {
        Open waiting = open;
        if (waiting == null || !waiting.key().matches(answer)) {
            return false;
        }
        finish(Replies.APPROVED.equals(answer.find(39)) ? FileUpdateOutcome.ACKNOWLEDGED : FileUpdateOutcome.REFUSED);
        return true;
    }

    void timeOutBefore(long begunNanos) {
        Open waiting = open;
        if (waiting != null && waiting.begunNanos() - begunNanos < 0) {
            finish(FileUpdateOutcome.TIMED_OUT);
        }
    }

    /** Ends the exchange, if there is one. */
    void finish(FileUpdateOutcome outcome) {
        Open waiting = open;
        if (waiting != null) {
            open = null;
            waiting.outcome().tryComplete(outcome);
        }
    }
}
