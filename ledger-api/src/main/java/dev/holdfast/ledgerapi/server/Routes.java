package dev.holdfast.ledgerapi.server;

import dev.holdfast.engine.Engine;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.ledgerapi.account.ChangeAccountRoute;
import dev.holdfast.ledgerapi.account.OpenAccountRoute;
import dev.holdfast.ledgerapi.account.ShowAccountRoute;
import dev.holdfast.ledgerapi.contract.Endpoint;
import dev.holdfast.ledgerapi.exchange.Route;
import dev.holdfast.ledgerapi.ledger.LedgerRoute;
import dev.holdfast.ledgerapi.ledger.TransferRoute;
import dev.holdfast.ledgerapi.query.ListEntriesRoute;
import dev.holdfast.ledgerapi.query.ListHoldsRoute;
import dev.holdfast.ledgerapi.query.ShowBalanceRoute;
import dev.holdfast.ledgerapi.query.ShowTransactionRoute;
import dev.holdfast.ledgerapi.query.ShowTrialBalanceRoute;

import java.util.EnumMap;
import java.util.Map;

/** Which route serves which endpoint. */
final class Routes {

    private final Map<Endpoint, Route> routes = new EnumMap<>(Endpoint.class);

    Routes(Engine engine) {
        for (Endpoint endpoint : Endpoint.values()) {
            if (!endpoint.isPublic()) {
                routes.put(endpoint, routeOf(endpoint, engine));
            }
        }
    }

    Route of(Endpoint endpoint) {
        Route route = routes.get(endpoint);
        if (route == null) {
            throw new IllegalArgumentException(endpoint + " is served without a route");
        }
        return route;
    }

    private static Route routeOf(Endpoint endpoint, Engine engine) {
        return switch (endpoint) {
            case DEBIT_BALANCE -> new LedgerRoute(engine.ledger(), Operation.DEBIT);
            case CREDIT_BALANCE -> new LedgerRoute(engine.ledger(), Operation.CREDIT);
            case HOLD_BALANCE -> new LedgerRoute(engine.ledger(), Operation.HOLD);
            case RESTORE_BALANCE -> new LedgerRoute(engine.ledger(), Operation.RESTORE);
            case DEBIT_HOLD_BALANCE -> new LedgerRoute(engine.ledger(), Operation.DEBIT_HOLD);
            case CREDIT_HOLD_BALANCE -> new LedgerRoute(engine.ledger(), Operation.CREDIT_HOLD);
            case OPEN_ACCOUNT -> new OpenAccountRoute(engine.accounts());
            case SHOW_ACCOUNT -> new ShowAccountRoute(engine.queries());
            case CHANGE_ACCOUNT -> new ChangeAccountRoute(engine.accounts());
            case DEPOSIT -> new TransferRoute(engine.ledger(), Operation.DEPOSIT);
            case WITHDRAW -> new TransferRoute(engine.ledger(), Operation.WITHDRAWAL);
            case LIST_ENTRIES -> new ListEntriesRoute(engine.queries());
            case LIST_HOLDS -> new ListHoldsRoute(engine.queries());
            case SHOW_BALANCE -> new ShowBalanceRoute(engine.queries());
            case SHOW_TRANSACTION -> new ShowTransactionRoute(engine.queries());
            case SHOW_TRIAL_BALANCE -> new ShowTrialBalanceRoute(engine.queries());
            case SHOW_CONTRACT, SHOW_DOCS, SHOW_DOCS_ASSET ->
                throw new IllegalArgumentException(endpoint + " is public");
        };
    }
}
