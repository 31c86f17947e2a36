package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.lifecycle.PaymentDrafts;
import dev.holdfast.simulator.network.link.Reply;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.oracle.PaymentTrack;
import dev.holdfast.simulator.network.oracle.Watch;
import org.jspecify.annotations.Nullable;

import java.util.random.RandomGenerator;

/** Sends a request, and does what a network does if the answer does not come in time. */
final class RequestDelivery {

    /** What the network decides by itself, drawn before anything is sent so that it follows from the seed. */
    record Reaction(boolean repeats, boolean standsIn) {
        static Reaction draw(TrafficOptions.Reactions shares, boolean mayStandIn, RandomGenerator random) {
            boolean repeats = random.nextDouble() < shares.repeatShare();
            boolean standsIn = random.nextDouble() < shares.standInShare();
            return new Reaction(repeats, standsIn && mayStandIn);
        }
    }

    /** What becomes of a request. */
    interface Outcome {
        void answered(NetworkAnswer answer);

        /** All that the network had to say about the missing answer is acknowledged. */
        void unanswered(boolean stoodIn);
    }

    private final Stage stage;
    private final PaymentDrafts drafts;
    private final Watch watch;
    private final Reaction reaction;
    private final Outcome outcome;
    private final long dueNanos;
    private boolean repeated;
    private int advices;

    RequestDelivery(Stage stage, PaymentDrafts drafts, Watch watch, Reaction reaction, Outcome outcome, long dueNanos) {
        this.stage = stage;
        this.drafts = drafts;
        this.watch = watch;
        this.reaction = reaction;
        this.outcome = outcome;
        this.dueNanos = dueNanos;
    }

    void begin(boolean repeat) {
        if (!stage.links().isOpen()) {
            // Not at once: whoever began this does not expect it to end before it has begun.
            stage.agenda().at(System.nanoTime(), this::settle);
            return;
        }
        watch.track().sent(watch.draft(), repeat);
        stage.links().send(watch.draft(), repeat, this::ended);
    }

    private void ended(Reply reply) {
        NetworkAnswer answer = reply.answer();
        stage.recorder().ended(watch.draft().kind(), dueNanos, reply, !repeated);
        if (answer != null && stage.isUnderstood(answer)) {
            watch.track().heard(answer);
            stage.oracle().answered(watch, answer);
            outcome.answered(answer);
            return;
        }
        note(answer);
        if (reaction.repeats() && !repeated && stage.links().isOpen()) {
            repeated = true;
            watch.track().sent(watch.draft(), true);
            stage.links().send(watch.draft(), true, this::ended);
        } else {
            settle();
        }
    }

    private void note(@Nullable NetworkAnswer answer) {
        if (answer == null) {
            watch.track().silence();
        } else {
            watch.track().heard(answer);
        }
    }

    /** The answer does not count any more: void it, and say so if the merchant was told yes all the same. */
    private void settle() {
        Draft request = watch.draft();
        if (!request.terms().processing().spends() || request.terms().minor() == 0) {
            stage.oracle().settled(watch);
            outcome.unanswered(false);
            return;
        }
        advise(drafts.tooLate(request));
        if (reaction.standsIn()) {
            advise(drafts.standIn(request));
        }
    }

    private void advise(Draft advice) {
        advices++;
        PaymentTrack track = watch.track();
        AdviceDelivery.begin(stage, stage.oracle().advice(track, advice), System.nanoTime(), () -> {
            if (--advices == 0) {
                stage.oracle().settled(watch);
                outcome.unanswered(reaction.standsIn());
            }
        });
    }
}
