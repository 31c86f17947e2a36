package dev.holdfast.engine.link;

import io.vertx.core.Future;

import java.util.List;

/**
 * Where file updates wait until the network has acknowledged them. An update that was taken and neither acknowledged nor
 * failed, for instance because the process died, must be handed out again some time later. May complete on any thread.
 */
public interface PendingUpdates {

    /** Never has any. */
    PendingUpdates NONE = new PendingUpdates() {
        @Override
        public Future<List<PendingUpdate>> take(int max) {
            return Future.succeededFuture(List.of());
        }

        @Override
        public Future<Void> acknowledged(String id) {
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> failed(String id, FileUpdateOutcome reason) {
            return Future.succeededFuture();
        }
    };

    /**
     * Takes at most {@code max} updates that are due, the oldest first. Each has a card number of its own, which whoever
     * takes it wipes.
     */
    Future<List<PendingUpdate>> take(int max);

    /** The network has taken the update. */
    Future<Void> acknowledged(String id);

    /** The network has refused the update, or has not been heard: to be sent again later, or given up. */
    Future<Void> failed(String id, FileUpdateOutcome reason);
}
