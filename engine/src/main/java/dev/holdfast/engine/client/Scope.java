package dev.holdfast.engine.client;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an access token allows. Each has two spellings, which mean the same: Open Fabric's short one ({@code txn.r}) and its
 * older one ({@code resources/transactions.read}). Those of ledger, network, controls and program are Holdfast's own.
 */
public enum Scope {
    READ_ACCOUNTS("acct.r", "accounts.read"),
    UPDATE_ACCOUNTS("acct.u", "accounts.update"),
    READ_CUSTOMERS("cust.r", "customers.read"),
    CREATE_CUSTOMERS("cust.c", "customers.create"),
    READ_TRANSACTIONS("txn.r", "transactions.read"),
    CREATE_TRANSACTIONS("txn.c", "transactions.create"),
    UPDATE_TRANSACTIONS("txn.u", "transactions.update"),
    READ_CARDS("card.r", "cards.read"),
    READ_SUBSCRIPTIONS("sub.r", "subscriptions.read"),
    CREATE_SUBSCRIPTIONS("sub.c", "subscriptions.create"),
    UPDATE_SUBSCRIPTIONS("sub.u", "subscriptions.update"),
    DELETE_SUBSCRIPTIONS("sub.d", "subscriptions.delete"),
    READ_LEDGER("ledger.r", "ledger.read"),
    POST_TO_LEDGER("ledger.c", "ledger.create"),
    STATE_TO_NETWORK("network.c", "network.create"),
    READ_CONTROLS("ctrl.r", "controls.read"),
    CREATE_CONTROLS("ctrl.c", "controls.create"),
    UPDATE_CONTROLS("ctrl.u", "controls.update"),
    READ_PROGRAM("prog.r", "program.read"),
    UPDATE_PROGRAM("prog.u", "program.update");

    private static final String OLDER = "resources/";
    private static final Map<String, Scope> BY_SPELLING = bySpelling();

    private final String text;
    private final String older;

    Scope(String text, String older) {
        this.text = text;
        this.older = OLDER + older;
    }

    private static Map<String, Scope> bySpelling() {
        Map<String, Scope> spellings = new LinkedHashMap<>();
        for (Scope scope : values()) {
            spellings.put(scope.text, scope);
            spellings.put(scope.older, scope);
        }
        return Map.copyOf(spellings);
    }

    /** The short spelling. */
    public String text() {
        return text;
    }

    /** The older spelling. */
    public String olderText() {
        return older;
    }

    /** Takes either spelling. */
    public static Optional<Scope> find(String spelling) {
        return Optional.ofNullable(BY_SPELLING.get(spelling));
    }

    /** Takes scopes in either spelling, separated by white space; nothing if one is not known. */
    public static Optional<Set<Scope>> findAll(String spellings) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String spelling : spellings.strip().split("\\s+", -1)) {
            Scope scope = BY_SPELLING.get(spelling);
            if (scope == null) {
                return Optional.empty();
            }
            scopes.add(scope);
        }
        return Optional.of(Collections.unmodifiableSet(scopes));
    }

    /** The short spellings in the order of this enum, separated by spaces. */
    public static String text(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }
}
