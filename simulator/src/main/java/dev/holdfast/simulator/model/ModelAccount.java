package dev.holdfast.simulator.model;

import dev.holdfast.simulator.operation.Call;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** An account: its balances, its holds, and what each idempotency key was answered with. */
public final class ModelAccount {

    /** The balance that an operation means when it names none. */
    public static final String DEFAULT_BALANCE = "default";

    private record Answered(Call call, Prediction prediction) {}

    private final String ref;
    private final Map<String, ModelBalance> balances = new LinkedHashMap<>(2);
    private final Map<String, ModelHold> holds = new LinkedHashMap<>();
    private final Map<String, Answered> answers = new HashMap<>();
    private boolean active = true;

    public ModelAccount(String ref, Currency currency, long creditLimitMinor) {
        this.ref = ref;
        addBalance(DEFAULT_BALANCE, currency, creditLimitMinor);
    }

    public void addBalance(String balanceRef, Currency currency, long creditLimitMinor) {
        balances.put(balanceRef, new ModelBalance(balanceRef, currency, creditLimitMinor));
    }

    /** Applies a call once per key, and says what the server must answer. */
    public Prediction apply(Call call) {
        if (!call.operation().hasKey()) {
            return Ledger.decide(this, call);
        }
        Answered earlier = answers.get(call.key());
        if (earlier != null) {
            return earlier.call.equals(call) ? earlier.prediction : new Prediction.KeyReused();
        }
        Prediction prediction = Ledger.decide(this, call);
        answers.put(call.key(), new Answered(call, prediction));
        return prediction;
    }

    /** Learns the server's name of a hold that a call has opened. */
    public void nameHold(ModelHold hold, String holdRef) {
        hold.name(holdRef);
        holds.put(holdRef, hold);
    }

    void forget(String key) {
        answers.remove(key);
    }

    ModelHold open(ModelBalance balance, long minor) {
        ModelHold hold = new ModelHold(balance, minor);
        balance.hold(minor);
        return hold;
    }

    void setActive(boolean nowActive) {
        active = nowActive;
    }

    public String ref() {
        return ref;
    }

    public boolean isActive() {
        return active;
    }

    public @Nullable ModelBalance balance(@Nullable String balanceRef) {
        return balances.get(balanceRef == null ? DEFAULT_BALANCE : balanceRef);
    }

    public @Nullable ModelHold hold(String holdRef) {
        return holds.get(holdRef);
    }

    public Collection<ModelBalance> balances() {
        return Collections.unmodifiableCollection(balances.values());
    }

    /** All holds that the server has named, open and closed, in the order of opening. */
    public Collection<ModelHold> holds() {
        return Collections.unmodifiableCollection(holds.values());
    }
}
