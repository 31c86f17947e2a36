package dev.holdfast.simulator;

import io.vertx.core.buffer.Buffer;

import java.util.function.LongPredicate;

/** What the test server does wrong, by the number of the request. Does nothing wrong unless told to. */
final class Mischief {

    private LongPredicate busy = request -> false;
    private LongPredicate lost = request -> false;
    private long wrongAnswer = -1;
    private boolean forgetful;
    private boolean wrongState;
    private long requests;
    private long answers;

    static Mischief none() {
        return new Mischief();
    }

    /** Answers 503 to each n-th request. */
    Mischief busyEvery(int n) {
        busy = request -> request % n == 0;
        return this;
    }

    /** Applies each n-th request, but closes the connection instead of answering. */
    Mischief losingAnswerEvery(int n) {
        lost = request -> request % n == 0;
        return this;
    }

    Mischief losingEveryAnswerAfter(long n) {
        lost = request -> request > n;
        return this;
    }

    /** Says that a cent more is available, in the n-th answer that it makes. */
    Mischief wrongInAnswer(long n) {
        wrongAnswer = n;
        return this;
    }

    /** Makes a new answer for a key that it has answered before. */
    Mischief forgettingAnswers() {
        forgetful = true;
        return this;
    }

    /** Says that accounts are inactive when they are read. */
    Mischief wrongWhenRead() {
        wrongState = true;
        return this;
    }

    boolean isBusy() {
        requests++;
        return busy.test(requests);
    }

    boolean losesAnswer() {
        return lost.test(requests);
    }

    boolean forgetsAnswers() {
        return forgetful;
    }

    Buffer tamper(Buffer answer) {
        answers++;
        return answers == wrongAnswer
                ? Buffer.buffer(answer.toString().replaceFirst("\"value\":", "\"value\":1"))
                : answer;
    }

    Buffer tamperState(Buffer answer) {
        return wrongState ? Buffer.buffer(answer.toString().replace("\"active\"", "\"inactive\"")) : answer;
    }
}
