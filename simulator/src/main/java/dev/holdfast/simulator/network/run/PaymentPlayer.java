package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.lifecycle.Action;
import dev.holdfast.simulator.network.lifecycle.Cue;
import dev.holdfast.simulator.network.lifecycle.Life;
import dev.holdfast.simulator.network.lifecycle.PaymentDrafts;
import dev.holdfast.simulator.network.lifecycle.Step;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.oracle.PaymentTrack;
import dev.holdfast.simulator.network.oracle.Watch;

import java.util.List;
import java.util.random.RandomGenerator;

/** Plays one payment, step after step. */
final class PaymentPlayer {

    /** Told once, when the last message of the payment has ended. */
    interface Audience {
        void stoodIn();

        void expired();

        void ended(PaymentTrack track);
    }

    private static final NetworkAnswer ACKNOWLEDGED = new NetworkAnswer(NetworkAnswer.APPROVED, null, 0, null);
    private static final String REUSED_IDENTITY = "94";

    private final Stage stage;
    private final PaymentTrack track;
    private final List<Cue> cues;
    private final PaymentDrafts drafts;
    private final RandomGenerator random;
    private final Audience audience;
    private final boolean mayStandIn;
    private final boolean knownByTwoNames;
    private int position;
    private int underWay;
    private long sentNanos;
    private boolean cutShort;

    PaymentPlayer(
            Stage stage,
            PaymentTrack track,
            Life life,
            PaymentDrafts drafts,
            RandomGenerator random,
            Audience audience) {
        this.stage = stage;
        this.track = track;
        this.cues = life.cues();
        this.drafts = drafts;
        this.random = random;
        this.audience = audience;
        this.knownByTwoNames = life.kind().isKnownByTwoNames();
        // What stand-in has approved would expire unseen, when the life has been cut short.
        this.mayStandIn = !life.kind().isExpiring()
                && cues.stream().noneMatch(cue -> cue.step().action() == Action.STAND_IN);
    }

    /** @param dueNanos when the payment should have begun */
    void begin(long dueNanos) {
        if (knownByTwoNames) {
            stage.oracle().uncertain(track);
        }
        advance(dueNanos);
    }

    /** Plays the next step that makes sense, and those that race with it; or ends. */
    private void advance(long dueNanos) {
        while (position < cues.size() && !cutShort) {
            Cue cue = cues.get(position++);
            if (!makesSense(cue)) {
                continue;
            }
            if (cue.when() == Cue.When.EXPIRED) {
                awaitExpiry(cue);
                return;
            }
            play(cue.step(), dueNanos);
            while (position < cues.size() && !cues.get(position).waits()) {
                play(cues.get(position++).step(), dueNanos);
            }
            if (underWay > 0) {
                return;
            }
        }
        if (underWay == 0) {
            if (knownByTwoNames) {
                stage.oracle().certain(track);
            }
            audience.ended(track);
        }
    }

    private void awaitExpiry(Cue cue) {
        ExpiryWait.begin(stage, track, sentNanos, new ExpiryWait.Outcome() {
            @Override
            public void expired() {
                audience.expired();
                play(cue.step(), System.nanoTime());
            }

            @Override
            public void tooLong() {
                cutShort = true;
                advise("", drafts.cancelled(drafts.draft(cues.get(0).step())), System.nanoTime());
            }
        });
    }

    private boolean makesSense(Cue cue) {
        Step step = cue.step();
        if (cue.when() == Cue.When.EXPIRED) {
            NetworkAnswer first = drafts.answer(cues.get(0).step().label());
            return first != null && first.isApproved();
        }
        if (step.of().isEmpty()) {
            return true;
        }
        NetworkAnswer before = drafts.answer(step.of());
        boolean undecided = before == null || before.isUnavailable();
        // A message that got no answer, or none that decides, is not sent again: it was reversed, or came to nothing.
        return step.action().sendsAgain() ? !undecided : cue.always() || (before != null && before.isApproved());
    }

    private void play(Step step, long dueNanos) {
        Draft draft = drafts.draft(step);
        boolean repeat = step.action() == Action.REPEAT;
        if (draft.kind().isRequest()) {
            request(step, draft, repeat, dueNanos);
        } else {
            advise(step.label(), draft, dueNanos);
        }
    }

    private void advise(String label, Draft advice, long dueNanos) {
        underWay++;
        AdviceDelivery.begin(stage, stage.oracle().advice(track, advice), dueNanos, () -> {
            drafts.answered(label, ACKNOWLEDGED);
            stepEnded();
        });
    }

    private void request(Step step, Draft draft, boolean repeat, long dueNanos) {
        underWay++;
        sentNanos = System.nanoTime();
        RequestDelivery.Reaction reaction =
                RequestDelivery.Reaction.draw(stage.traffic().reactions(), mayStandIn, random);
        boolean again = step.action().sendsAgain();
        Watch watch = step.action() == Action.CONFLICT
                ? stage.oracle().conflict(track, draft, REUSED_IDENTITY)
                : stage.oracle().request(track, draft, again ? drafts.answer(step.of()) : null);
        RequestDelivery.Outcome outcome = outcome(step);
        if (again) {
            new FurtherDelivery(stage, watch, dueNanos).begin(repeat, this::stepEnded);
        } else {
            new RequestDelivery(stage, drafts, watch, reaction, outcome, dueNanos).begin(repeat);
        }
    }

    private RequestDelivery.Outcome outcome(Step step) {
        return new RequestDelivery.Outcome() {
            @Override
            public void answered(NetworkAnswer answer) {
                drafts.answered(step.label(), answer);
                stepEnded();
            }

            @Override
            public void unanswered(boolean stoodIn) {
                cutShort = true;
                if (stoodIn) {
                    audience.stoodIn();
                }
                stepEnded();
            }
        };
    }

    private void stepEnded() {
        if (--underWay > 0) {
            return;
        }
        long pause = pauseNanos();
        long due = System.nanoTime() + pause;
        stage.agenda().at(due, () -> advance(due));
    }

    private long pauseNanos() {
        double mean = stage.traffic().meanPause().toNanos();
        return (long) (-Math.log(1 - random.nextDouble()) * mean);
    }
}
