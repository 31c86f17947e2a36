package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.oracle.Watch;

/** Sends a request under an identity that was answered before. It changes nothing, so no answer needs no reversal. */
final class FurtherDelivery {

    private final Stage stage;
    private final Watch watch;
    private final long dueNanos;

    FurtherDelivery(Stage stage, Watch watch, long dueNanos) {
        this.stage = stage;
        this.watch = watch;
        this.dueNanos = dueNanos;
    }

    void begin(boolean repeat, Runnable ended) {
        watch.track().sent(watch.draft(), repeat);
        stage.links().send(watch.draft(), repeat, reply -> {
            NetworkAnswer answer = reply.answer();
            stage.recorder().ended(watch.draft().kind(), dueNanos, reply, true);
            if (answer == null || !stage.isUnderstood(answer)) {
                watch.track().silence();
                stage.oracle().settled(watch);
            } else {
                watch.track().heard(answer);
                stage.oracle().answered(watch, answer);
            }
            ended.run();
        });
    }
}
