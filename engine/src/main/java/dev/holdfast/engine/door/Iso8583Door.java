package dev.holdfast.engine.door;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.link.MessageHandler;
import dev.holdfast.engine.network.Arrival;
import dev.holdfast.engine.network.HostAnswer;
import dev.holdfast.engine.network.NetworkHost;
import dev.holdfast.engine.program.Fallback;
import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Optional;

/** Answers a network's messages: reads, has the host decide, writes. */
public final class Iso8583Door implements MessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Iso8583Door.class);

    /** 06xx: texts for people. */
    private static final int ADMINISTRATIVE = 6;

    private final NetworkHost host;

    public Iso8583Door(NetworkHost host) {
        this.host = host;
    }

    /**
     * Answers one message. The future succeeds with the answer, or with nothing where the sender must hear nothing.
     *
     * @param receivedAt by this process's clock
     */
    @Override
    public Future<Optional<Message>> answer(Message request, Instant receivedAt) {
        PrivateFields dialect = Dialects.of(request.profile());
        AnswerWriter writer = new AnswerWriter(dialect);
        if (request.mti().code() / 100 == ADMINISTRATIVE) {
            LOG.info("an administrative message of type {}", request.mti());
            return Future.succeededFuture(Optional.of(writer.acknowledge(request)));
        }
        MessageReader reader = new MessageReader(dialect);
        try {
            Arrival arrival = reader.read(request, receivedAt);
            return host.answer(arrival).map(answer -> written(request, answer, writer));
        } catch (UnfitMessageException unfit) {
            return Future.succeededFuture(refused(request, receivedAt, reader, unfit, writer));
        }
    }

    /** Kept like any other message, if its sender can be told. */
    private Optional<Message> refused(
            Message request,
            Instant receivedAt,
            MessageReader reader,
            UnfitMessageException unfit,
            AnswerWriter writer) {
        LOG.debug("a message of type {} is unfit: {}", request.mti(), unfit.getMessage());
        reader.identity(request, receivedAt).ifPresent(identity -> host.keepUnfit(identity, unfit.getMessage()));
        return request.mti().isAnswered() ? Optional.of(writer.refuse(request, unfit)) : Optional.empty();
    }

    private static Optional<Message> written(Message request, HostAnswer answer, AnswerWriter writer) {
        boolean heard = request.mti().isAnswered() && answer.fallback() != Fallback.SILENCE;
        return heard ? Optional.of(writer.write(request, answer)) : Optional.empty();
    }
}
