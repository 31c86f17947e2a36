package dev.holdfast.engine.door;

import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.engine.card.FileAction;
import dev.holdfast.engine.card.FileUpdate;
import dev.holdfast.engine.card.FileUpdates;
import dev.holdfast.engine.link.FileUpdateOutcome;
import dev.holdfast.engine.link.PendingUpdate;
import dev.holdfast.engine.link.PendingUpdates;
import dev.holdfast.engine.vault.Pan;
import io.vertx.core.Future;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands the link what the network's stand-in file is to be told: which cards to decline while the network decides in our
 * stead.
 */
public final class StandInFile implements PendingUpdates {

    /** DE101. */
    private static final String FILE = "STANDIN";

    private static final String ACTOR = "network link";

    private final FileUpdates updates;

    /** What was taken and is under way, by id. At most what the link takes at a time. */
    private final Map<String, FileUpdate> taken = new ConcurrentHashMap<>();

    public StandInFile(FileUpdates updates) {
        this.updates = updates;
    }

    @Override
    public Future<List<PendingUpdate>> take(int max) {
        return updates.take(max).compose(due -> {
            List<Future<Optional<PendingUpdate>>> opened =
                    due.stream().map(this::pending).toList();
            return Future.join(opened)
                    .map(all -> pending(opened))
                    .onFailure(unopened -> pending(opened).forEach(this::drop));
        });
    }

    private static List<PendingUpdate> pending(List<Future<Optional<PendingUpdate>>> opened) {
        return opened.stream()
                .filter(Future::succeeded)
                .map(Future::result)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of one that does not open, the others come again later with it. */
    private void drop(PendingUpdate update) {
        taken.remove(update.id());
        update.card().wipe();
    }

    private Future<Optional<PendingUpdate>> pending(FileUpdate update) {
        return updates.open(update, ACTOR).map(number -> number.map(pan -> pending(update, pan)));
    }

    private PendingUpdate pending(FileUpdate update, Pan pan) {
        String id = update.cardId() + "#" + update.changeNumber();
        taken.put(id, update);
        PendingUpdate.Action action =
                update.action() == FileAction.ADD ? PendingUpdate.Action.ADD : PendingUpdate.Action.DELETE;
        return new PendingUpdate(id, action, FILE, pan, code(update.reason()));
    }

    /** What the network is to answer in our stead. */
    private static String code(CardStatus reason) {
        return reason == CardStatus.STOLEN ? "43" : "41";
    }

    @Override
    public Future<Void> acknowledged(String id) {
        FileUpdate update = taken.remove(id);
        return update == null ? Future.succeededFuture() : updates.acknowledge(update);
    }

    @Override
    public Future<Void> failed(String id, FileUpdateOutcome reason) {
        FileUpdate update = taken.remove(id);
        return update == null ? Future.succeededFuture() : updates.fail(update);
    }
}
