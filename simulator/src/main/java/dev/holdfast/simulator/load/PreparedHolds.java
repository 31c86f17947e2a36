package dev.holdfast.simulator.load;

import dev.holdfast.simulator.money.Amount;
import dev.holdfast.simulator.operation.Call;
import dev.holdfast.simulator.operation.Operation;
import dev.holdfast.simulator.operation.References;
import dev.holdfast.simulator.wire.Request;
import dev.holdfast.simulator.wire.Requests;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * An endless supply of {@code hold_balance} requests on accounts drawn evenly. The body of each account is prepared
 * once; only the digits of a counter are written for each request, so that making requests costs next to nothing.
 */
public final class PreparedHolds implements Supplier<Request> {

    private static final int DIGITS = 12;
    private static final String PLACE = "#".repeat(DIGITS);

    private final byte[][] bodies;
    private final SplittableRandom random;
    private String path = "";
    private long count;

    /**
     * @param runId makes the keys of this supply unique, 1 to 24 characters
     * @param accounts how many accounts, from 1
     * @param account the reference of an account, from 0
     * @param amount of each hold
     */
    public PreparedHolds(String runId, int accounts, IntFunction<String> account, Amount amount) {
        this.random = new SplittableRandom(runId.hashCode());
        this.bodies = new byte[accounts][];
        References references =
                new References("bench-" + runId + "-" + PLACE, "k-" + runId + "-" + PLACE, "a-" + runId + "-" + PLACE);
        for (int i = 0; i < accounts; i++) {
            Call call = new Call(Operation.HOLD_BALANCE, account.apply(i), references, amount, null);
            Request template = Requests.of(call);
            path = template.path();
            bodies[i] = String.valueOf(template.body()).getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public Request get() {
        int account = random.nextInt(bodies.length);
        byte[] body = bodies[account].clone();
        long number = count++;
        for (int i = 0; i < body.length; i++) {
            if (body[i] == '#') {
                write(body, i, number);
                i += DIGITS;
            }
        }
        return new Request(HttpMethod.POST, path, Buffer.buffer(body));
    }

    private static void write(byte[] body, int from, long number) {
        long rest = number;
        for (int i = from + DIGITS - 1; i >= from; i--) {
            body[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
