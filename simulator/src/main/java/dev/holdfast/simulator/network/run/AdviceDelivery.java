package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.link.Reply;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.oracle.Watch;

/** Sends a message that cannot be declined, again and again until it is acknowledged. */
final class AdviceDelivery {

    private static final int MOST_ATTEMPTS = 500;
    private static final long PAUSE_NANOS = 20_000_000;

    private final Stage stage;
    private final Watch watch;
    private final long dueNanos;
    private final Runnable acknowledged;
    private int attempts;

    private AdviceDelivery(Stage stage, Watch watch, long dueNanos, Runnable acknowledged) {
        this.stage = stage;
        this.watch = watch;
        this.dueNanos = dueNanos;
        this.acknowledged = acknowledged;
    }

    /** @param ended told when it is acknowledged, or given up after many attempts */
    static void begin(Stage stage, Watch watch, long dueNanos, Runnable ended) {
        new AdviceDelivery(stage, watch, dueNanos, ended).attempt();
    }

    private void attempt() {
        boolean repeat = attempts++ > 0;
        watch.track().sent(watch.draft(), repeat);
        stage.links().send(watch.draft(), repeat, this::ended);
    }

    private void ended(Reply reply) {
        NetworkAnswer answer = reply.answer();
        if (answer != null && !isWorthAnother(answer)) {
            watch.track().heard(answer);
            stage.recorder().ended(watch.draft().kind(), dueNanos, reply, attempts == 1);
            stage.oracle().acknowledged(watch, answer);
            acknowledged.run();
            return;
        }
        if (answer == null) {
            watch.track().silence();
        } else {
            watch.track().heard(answer);
        }
        if (attempts >= MOST_ATTEMPTS) {
            stage.oracle().abandoned(watch);
            acknowledged.run();
        } else {
            stage.agenda().at(System.nanoTime() + PAUSE_NANOS, this::attempt);
        }
    }

    /** A frame that was damaged on its way is answered 30, and one that comes between links 91: neither was taken. */
    private boolean isWorthAnother(NetworkAnswer answer) {
        return answer.isUnavailable() || !stage.isUnderstood(answer);
    }
}
