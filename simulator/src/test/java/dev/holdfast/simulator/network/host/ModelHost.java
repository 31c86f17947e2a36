package dev.holdfast.simulator.network.host;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.link.FrameReader;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.model.ModelAccount;
import dev.holdfast.simulator.network.model.ModelIssuer;
import dev.holdfast.simulator.network.oracle.Balances;
import dev.holdfast.simulator.network.run.NetworkOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** An issuer that answers from the model, over a real socket. */
public final class ModelHost {

    private static final int[] ECHOED = {2, 3, 4, 6, 7, 10, 11, 15, 32, 37, 41, 42, 49, 51, 62, 63};

    /** What this host lets expire. */
    public static final NetworkOptions.Expiry SHORT_LIVED =
            new NetworkOptions.Expiry("7523", Duration.ofMillis(500), Duration.ofMillis(500));

    private final Vertx vertx;
    private final Style style;
    private final HostFaults faults;
    private final DraftReader reader;
    private final BrokenIssuer issuer;
    private final SplittableRandom random = new SplittableRandom(7);
    private final NetServer server;

    public ModelHost(Vertx vertx, Style style, List<TestCard> cards, HostFaults faults, Mutation mutation) {
        this.vertx = vertx;
        this.style = style;
        this.faults = faults;
        this.reader = new DraftReader(
                style,
                cards.stream().collect(Collectors.toMap(card -> card.embossing().pan(), card -> card)));
        this.issuer = new BrokenIssuer(new ModelIssuer(style.isVisa()), mutation);
        this.server = vertx.createNetServer().connectHandler(this::accept);
    }

    public void open(String accountRef, long minor, long creditLimit) {
        issuer.add(new ModelAccount(accountRef, minor, 0, creditLimit));
    }

    public Future<Integer> listen() {
        return server.listen(0, "127.0.0.1").map(NetServer::actualPort);
    }

    public Balances balances() {
        return ref -> {
            ModelAccount account = issuer.account(ref);
            return Future.succeededFuture(new Balances.Standing(
                    account.available(), account.held(), account.spendable() - account.available()));
        };
    }

    private void accept(NetSocket socket) {
        boolean[] signedOn = new boolean[1];
        FrameReader frames = new FrameReader(style.profile().framing(), (bytes, from, to) -> {
            if (style.profile().decode(bytes, from, to) instanceof Message message) {
                take(socket, message, signedOn);
            }
        });
        socket.exceptionHandler(failure -> {});
        socket.handler(frames::take);
    }

    private void take(NetSocket socket, Message message, boolean[] signedOn) {
        if (message.mti().code() == 800) {
            signedOn[0] = !message.text(70).equals("002");
            send(socket, message.answer(7, 11, 33, 70).set(39, "00"));
            return;
        }
        if (!signedOn[0]) {
            send(socket, message.answer(7, 11, 32, 37).set(39, "91"));
            return;
        }
        if (random.nextDouble() < faults.lostRequests()) {
            return;
        }
        MessageBuilder answer = answer(message);
        if (random.nextDouble() < faults.lostAnswers()) {
            return;
        }
        if (random.nextDouble() < faults.slowAnswers()) {
            vertx.setTimer(faults.slowMillis(), timer -> send(socket, answer));
        } else {
            send(socket, answer);
        }
    }

    private MessageBuilder answer(Message message) {
        Draft draft = reader.read(message);
        NetworkAnswer said = issuer.answer(draft, message.mti().isRepeat());
        if (draft.merchant().category().equals(SHORT_LIVED.category())) {
            vertx.setTimer(SHORT_LIVED.lifetime().toMillis(), timer -> issuer.expire(draft));
        }
        MessageBuilder answer = message.answer(ECHOED).set(39, said.code());
        String code = said.approvalCode();
        if (code != null) {
            answer.set(message.has(6) ? 6 : 4, said.minor()).set(38, code);
        }
        return answer;
    }

    private void send(NetSocket socket, @Nullable MessageBuilder answer) {
        if (answer != null) {
            socket.write(Buffer.buffer(style.profile().framing().frame(answer.encode())));
        }
    }
}
