package dev.holdfast.simulator.comparison;

import dev.holdfast.simulator.model.Book;
import dev.holdfast.simulator.model.Prediction;
import dev.holdfast.simulator.money.Amount;
import dev.holdfast.simulator.operation.Call;
import dev.holdfast.simulator.wire.Answer;
import dev.holdfast.simulator.wire.Answers;
import dev.holdfast.simulator.wire.Reply;
import dev.holdfast.simulator.wire.Request;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Holds each answer against the model. The model is moved on when the answer is read; the callers have at most one
 * operation of an account on its way, so that the model stands where the server stood.
 */
public final class Examiner {

    private final Book book;
    private final Divergences divergences;
    private final Map<String, Asked> lastByAccount = new HashMap<>();

    /** The last operation of an account, for naming a difference that only the final comparison shows. */
    record Asked(Call call, Request request) {}

    public Examiner(Book book, Divergences divergences) {
        this.book = book;
        this.divergences = divergences;
    }

    /** Examines the first answer to a call. */
    public Examined examine(Call call, Request request, Reply reply) {
        lastByAccount.put(call.account(), new Asked(call, request));
        Prediction prediction = book.apply(call);
        try {
            Examined examined = prediction.fold(
                    applied -> applied(call, applied, reply),
                    refused -> refused(call, refused, reply),
                    reused -> keyReused(reply));
            if (!examined.agreed()) {
                diverged(call, request, describe(prediction), describe(reply));
            }
            return examined;
        } catch (Unreadable e) {
            diverged(call, request, describe(prediction), describe(reply) + " (" + e.getMessage() + ")");
            return Examined.DIVERGED;
        }
    }

    /**
     * Examines the answer to a further delivery of the same request: byte for byte the same, and marked as a replay if
     * an unmarked answer was seen before.
     */
    public void examineCopy(Call call, Request request, Reply first, Reply again, boolean freshSeen) {
        boolean same = first.status() == again.status() && first.body().equals(again.body());
        if (!same || (freshSeen && !again.replayed())) {
            String expected = "the same again" + (freshSeen ? ", marked as a replay: " : ": ") + describe(first);
            diverged(call, request, expected, describe(again));
        }
    }

    public Book book() {
        return book;
    }

    @Nullable
    Asked lastAsked(String account) {
        return lastByAccount.get(account);
    }

    private Examined applied(Call call, Prediction.Applied expected, Reply reply) {
        Answer answer = read(call, reply);
        boolean named = expected.opened() == null ? Objects.equals(answer.ref(), expected.ref()) : answer.ref() != null;
        boolean agreed = reply.status() == 200
                && answer.success()
                && answer.errorCode() == null
                && named
                && Objects.equals(answer.balance(), expected.balance())
                && (answer.actionRef() != null || !call.operation().hasKey());
        if (agreed && expected.opened() != null) {
            book.nameHold(call, expected.opened(), Objects.requireNonNull(answer.ref()));
        }
        return new Examined(agreed, true, answer.ref(), null);
    }

    /** The figures of a refusal are there as far as the server knew them: absent is fine, wrong is not. */
    private static Examined refused(Call call, Prediction.Refused expected, Reply reply) {
        Answer answer = read(call, reply);
        String code = expected.code().wireName();
        boolean agreed = reply.status() == 200
                && !answer.success()
                && code.equals(answer.errorCode())
                && absentOr(expected.ref(), answer.ref())
                && absentOr(expected.balance(), answer.balance());
        return new Examined(agreed, false, null, code);
    }

    private static Examined keyReused(Reply reply) {
        try {
            String code = "idempotency_error";
            return new Examined(
                    reply.status() == 409 && code.equals(Answers.errorCode(reply.body())), false, null, code);
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    /** A refusal may still name what was asked for in vain, such as the hold that does not exist. */
    private static boolean absentOr(@Nullable Object expected, @Nullable Object actual) {
        return actual == null || (expected == null ? !(actual instanceof Amount) : expected.equals(actual));
    }

    private static Answer read(Call call, Reply reply) {
        try {
            return Answers.read(call.operation(), reply.body());
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    private void diverged(Call call, Request request, String expected, String actual) {
        divergences.add(new Divergence(call.key(), call.describe(), describe(request), expected, actual));
    }

    static String describe(Request request) {
        return request.method() + " " + request.path() + (request.body() == null ? "" : " " + request.body());
    }

    static String describe(Reply reply) {
        return "HTTP " + reply.status() + (reply.replayed() ? " (replayed) " : " ") + reply.body();
    }

    private static String describe(Prediction prediction) {
        return prediction.fold(
                applied -> "success, "
                        + (applied.opened() == null ? "ref " + applied.ref() : "a new hold")
                        + ", balance " + applied.balance(),
                refused -> "refused " + refused.code().wireName() + ", ref " + refused.ref() + ", balance "
                        + refused.balance(),
                reused -> "HTTP 409 idempotency_error");
    }

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
