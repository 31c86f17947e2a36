package dev.holdfast.engine.challenge;

import dev.holdfast.engine.challenge.DeliveryOutcome.NotTaken;
import dev.holdfast.engine.challenge.DeliveryOutcome.Problem;
import dev.holdfast.engine.challenge.DeliveryOutcome.Taken;
import dev.holdfast.engine.vault.SecretDigits;
import io.vertx.core.Future;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tenant who remembers what it was told. */
final class RecordingDelivery implements ChallengeDelivery {

    static final MaskedContacts CONTACTS = new MaskedContacts("j***@example.com", "*** 4242");

    private final Map<ChallengeId, List<String>> codes = new ConcurrentHashMap<>();
    private final List<ChallengeId> asked = new CopyOnWriteArrayList<>();
    private volatile Future<DeliveryOutcome> answer = Future.succeededFuture(new Taken(CONTACTS));

    void answersWith(Future<DeliveryOutcome> other) {
        answer = other;
    }

    void takes() {
        answer = Future.succeededFuture(new Taken(CONTACTS));
    }

    void takesNothing() {
        answer = Future.succeededFuture(new NotTaken(Problem.TIMED_OUT));
    }

    @Override
    public Future<DeliveryOutcome> askCardholder(Challenge challenge) {
        asked.add(challenge.id());
        return answer;
    }

    @Override
    public Future<DeliveryOutcome> sendCode(Challenge challenge, SecretDigits code) {
        codes.computeIfAbsent(challenge.id(), id -> new CopyOnWriteArrayList<>())
                .add(code.reveal());
        return answer;
    }

    List<ChallengeId> asked() {
        return asked;
    }

    List<String> codesOf(ChallengeId id) {
        return codes.getOrDefault(id, List.of());
    }

    String lastCodeOf(ChallengeId id) {
        List<String> sent = codesOf(id);
        return sent.get(sent.size() - 1);
    }
}
