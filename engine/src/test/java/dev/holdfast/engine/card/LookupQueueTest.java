package dev.holdfast.engine.card;

import dev.holdfast.engine.lane.Failure;
import dev.holdfast.engine.testing.Await;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class LookupQueueTest {

    private record Statement(int numbers, Promise<List<Optional<CardOnFile>>> answer) {

        void findNothing() {
            answer.complete(Collections.nCopies(numbers, Optional.empty()));
        }
    }

    private final List<Statement> sent = new ArrayList<>();
    private final LookupQueue queue = new LookupQueue(numbers -> {
        Statement statement = new Statement(numbers.size(), Promise.promise());
        sent.add(statement);
        return statement.answer().future();
    });

    @Test
    void sendsALoneLookUpAtOnceAndGathersTheOthersWhileItIsUnderWay() {
        Future<Optional<CardOnFile>> first = queue.find(List.of());
        List<Future<Optional<CardOnFile>>> others = looks(LookupQueue.BATCH_LIMIT + 10);
        assertThat(sent).map(Statement::numbers).containsExactly(1);

        sent.get(0).findNothing();
        assertThat(Await.on(first)).isEmpty();
        Await.until("the second statement is sent", () -> sent.size() == 2);
        sent.get(1).findNothing();
        Await.until("the third statement is sent", () -> sent.size() == 3);
        sent.get(2).findNothing();

        others.forEach(other -> assertThat(Await.on(other)).isEmpty());
        assertThat(sent).map(Statement::numbers).containsExactly(1, LookupQueue.BATCH_LIMIT, 10);
    }

    @Test
    void turnsLookUpsAwayWhereTheQueueIsFull() {
        looks(1 + LookupQueue.QUEUE_LIMIT);
        assertThat(Await.failureOf(queue.find(List.of()))).isEqualTo(Failure.Kind.BUSY);
    }

    @Test
    void goesOnAfterAStatementThatFails() {
        Future<Optional<CardOnFile>> first = queue.find(List.of());
        sent.get(0).answer().fail(new IllegalStateException("the connection is lost"));
        assertThat(Await.failureOf(first)).isEqualTo(Failure.Kind.DATABASE_UNAVAILABLE);

        Await.until("the queue is idle", () -> {
            queue.find(List.of());
            return sent.size() == 2;
        });
    }

    @Test
    void goesOnAfterALookUpThatThrows() {
        LookupQueue broken = new LookupQueue(numbers -> {
            throw new IllegalStateException("a bug");
        });
        assertThat(Await.failureOf(broken.find(List.of()))).isEqualTo(Failure.Kind.DATABASE_UNAVAILABLE);
        assertThat(Await.failureOf(broken.find(List.of()))).isEqualTo(Failure.Kind.DATABASE_UNAVAILABLE);
    }

    private List<Future<Optional<CardOnFile>>> looks(int count) {
        List<Future<Optional<CardOnFile>>> looks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            looks.add(queue.find(List.of()));
        }
        return looks;
    }
}
