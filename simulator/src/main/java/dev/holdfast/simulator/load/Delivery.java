package dev.holdfast.simulator.load;

import dev.holdfast.simulator.operation.Call;
import dev.holdfast.simulator.payment.Duplicate;
import dev.holdfast.simulator.payment.PaymentRun;
import dev.holdfast.simulator.payment.Payments;
import dev.holdfast.simulator.wire.Reply;
import dev.holdfast.simulator.wire.Request;
import dev.holdfast.simulator.wire.Requests;
import org.jspecify.annotations.Nullable;

/** One operation on its way to the server, possibly in several copies. Times are on the run's clock. */
final class Delivery {

    final PaymentRun run;
    final Call call;
    final Request request;
    final Duplicate duplicate;
    final long intendedNanos;
    long sentNanos;
    int copiesOut;
    /** The first answer; null until there is one. */
    @Nullable
    Reply answer;
    /** Whether an answer has come that is not marked as a replay. */
    boolean freshSeen;

    Delivery(PaymentRun run, Payments payments) {
        this.run = run;
        this.call = run.call();
        this.request = Requests.of(call);
        this.intendedNanos = run.intendedNanos();
        // A change of status has no key; a conflict is no answer that is kept, so it is not marked when repeated.
        boolean repeatable = call.operation().hasKey() && !run.reusesKey();
        this.duplicate = repeatable ? payments.duplicateOf(call.key()) : Duplicate.NONE;
    }
}
