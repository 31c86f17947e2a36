package dev.holdfast.simulator.load;

import dev.holdfast.simulator.comparison.Examined;
import dev.holdfast.simulator.comparison.Examiner;
import dev.holdfast.simulator.payment.Duplicate;
import dev.holdfast.simulator.payment.PaymentRun;
import dev.holdfast.simulator.payment.Payments;
import dev.holdfast.simulator.wire.PatientClient;
import dev.holdfast.simulator.wire.Reply;
import io.vertx.core.AsyncResult;

import java.time.Duration;

/** Sends the operations of payments that have arrived, examines the answers, and plans what follows. */
final class Dispatcher {

    /** How long after its answer an operation is delivered once more, if that was drawn. */
    private static final long LATER_NANOS = Duration.ofMillis(300).toNanos();

    private final int maxInFlight;
    private final Payments payments;
    private final Examiner examiner;
    private final PatientClient client;
    private final Recorder recorder;
    private final RunClock clock = new RunClock();
    private final AccountLanes lanes = new AccountLanes();
    private final Agenda agenda = new Agenda();

    private boolean cutting;
    private int inFlight;
    private int copiesOut;
    private long finished;
    private long duplicates;
    private long unresolved;
    private long lastAnswerNanos;

    Dispatcher(int maxInFlight, Payments payments, Examiner examiner, PatientClient client, Recorder recorder) {
        this.maxInFlight = maxInFlight;
        this.payments = payments;
        this.examiner = examiner;
        this.client = client;
        this.recorder = recorder;
    }

    /** Takes the next operation of a payment, which is due now. */
    void add(PaymentRun run) {
        if (!lanes.isClosed(run.payment().account())) {
            lanes.add(new Delivery(run, payments));
        }
    }

    /** Does what is due. */
    void work() {
        agenda.runUntil(clock.nanos());
        pump();
    }

    /** Begins no further operation and retries none; what is out may still be answered. */
    void cutOff() {
        cutting = true;
        agenda.clear();
        lanes.clear();
        client.hurry();
    }

    boolean isIdle() {
        return copiesOut == 0 && lanes.waiting() == 0 && agenda.isEmpty();
    }

    long nowNanos() {
        return clock.nanos();
    }

    long lastAnswerNanos() {
        return lastAnswerNanos;
    }

    int waiting() {
        return lanes.waiting();
    }

    long finished() {
        return finished;
    }

    Interval.State state() {
        return new Interval.State(examiner.book().openHolds(), inFlight, lanes.waiting());
    }

    LoadCounts.Deliveries deliveries() {
        return new LoadCounts.Deliveries(client.deliveries(), duplicates, client.retries(), unresolved);
    }

    private void pump() {
        while (inFlight < maxInFlight) {
            Delivery delivery = lanes.take();
            if (delivery == null) {
                return;
            }
            send(delivery);
        }
    }

    private void send(Delivery delivery) {
        inFlight++;
        delivery.sentNanos = clock.nanos();
        deliver(delivery);
        if (delivery.duplicate == Duplicate.TOGETHER) {
            duplicates++;
            deliver(delivery);
        }
    }

    private void deliver(Delivery delivery) {
        delivery.copiesOut++;
        copiesOut++;
        client.send(delivery.request).onComplete(answered -> {
            delivery.copiesOut--;
            copiesOut--;
            settle(delivery, answered);
            pump();
        });
    }

    private void settle(Delivery delivery, AsyncResult<Reply> answered) {
        if (answered.failed()) {
            if (delivery.answer == null && delivery.copiesOut == 0) {
                gaveUp(delivery);
            }
            return;
        }
        Reply reply = answered.result();
        if (delivery.answer == null) {
            delivery.answer = reply;
            inFlight--;
            examine(delivery, reply);
        } else {
            examiner.examineCopy(delivery.call, delivery.request, delivery.answer, reply, delivery.freshSeen);
        }
        delivery.freshSeen |= !reply.replayed();
    }

    private void gaveUp(Delivery delivery) {
        inFlight--;
        unresolved++;
        recorder.unanswered(delivery, clock.nanos());
        examiner.book().loseTrackOf(delivery.call.account());
        lanes.close(delivery);
    }

    private void examine(Delivery delivery, Reply reply) {
        lastAnswerNanos = clock.nanos();
        Examined examined = examiner.examine(delivery.call, delivery.request, reply);
        recorder.answered(delivery, examined, lastAnswerNanos);
        if (!examined.agreed()) {
            lanes.close(delivery);
            return;
        }
        if (delivery.duplicate == Duplicate.LATER && !cutting) {
            agenda.at(lastAnswerNanos + LATER_NANOS, () -> repeat(delivery));
        }
        PaymentRun run = delivery.run;
        if (examined.success()) {
            run.learn(delivery.call.operation(), examined.ref());
        }
        run.advance(examined.success());
        goOn(run);
        lanes.release(delivery);
    }

    private void repeat(Delivery delivery) {
        delivery.freshSeen = true;
        duplicates++;
        deliver(delivery);
    }

    private void goOn(PaymentRun run) {
        if (run.isOver()) {
            finished++;
            examiner.book().forget(run.payment().account(), run.keys());
        } else if (run.intendedNanos() <= lastAnswerNanos && !cutting) {
            add(run);
        } else if (!cutting) {
            agenda.at(run.intendedNanos(), () -> add(run));
        }
    }
}
