package dev.holdfast.simulator.model;

import dev.holdfast.simulator.operation.Call;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All accounts that the simulator knows, and a running count of the open holds. */
public final class Book {

    private final Map<String, ModelAccount> accounts = new LinkedHashMap<>();
    private final Set<String> lost = new HashSet<>();
    private long openHolds;

    public void add(ModelAccount account) {
        accounts.put(account.ref(), account);
    }

    /** Applies a call, and says what the server must answer. */
    public Prediction apply(Call call) {
        ModelAccount account = accounts.get(call.account());
        if (account == null) {
            return new Prediction.Refused(RefusalCode.ACCOUNT_NOT_FOUND, null, null);
        }
        ModelHold named = call.target() == null ? null : account.hold(call.target());
        boolean wasOpen = named != null && named.isOpen();
        Prediction prediction = account.apply(call);
        if (named != null && wasOpen != named.isOpen()) {
            openHolds += wasOpen ? -1 : 1;
        }
        return prediction;
    }

    /** Learns the server's name of the hold that a call has opened. */
    public void nameHold(Call call, ModelHold hold, String holdRef) {
        ModelAccount account = accounts.get(call.account());
        if (account != null && hold.ref() == null) {
            account.nameHold(hold, holdRef);
            openHolds++;
        }
    }

    /** Forgets keys that will not be used again. The server never does; this bounds the simulator's memory. */
    public void forget(String accountRef, List<String> keys) {
        ModelAccount account = accounts.get(accountRef);
        if (account != null) {
            keys.forEach(account::forget);
        }
    }

    /** Notes that an operation of the account got no answer: nobody knows its state until it is read. */
    public void loseTrackOf(String accountRef) {
        lost.add(accountRef);
    }

    /** Accounts whose state the model does not know. */
    public Set<String> lost() {
        return Collections.unmodifiableSet(lost);
    }

    public @Nullable ModelAccount account(String ref) {
        return accounts.get(ref);
    }

    public Collection<ModelAccount> accounts() {
        return Collections.unmodifiableCollection(accounts.values());
    }

    public long openHolds() {
        return openHolds;
    }
}
