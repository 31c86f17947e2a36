package dev.holdfast.ledgerapi.server;

import dev.holdfast.engine.Engine;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.ledgerapi.account.ChangeAccountRoute;
import dev.holdfast.ledgerapi.account.OpenAccountRoute;
import dev.holdfast.ledgerapi.account.ShowAccountRoute;
import dev.holdfast.ledgerapi.approval.ApprovalRoute;
import dev.holdfast.ledgerapi.card.ChangeCardStatusRoute;
import dev.holdfast.ledgerapi.card.IssueCardsRoute;
import dev.holdfast.ledgerapi.card.SetCardPinRoute;
import dev.holdfast.ledgerapi.card.ShowCardRoute;
import dev.holdfast.ledgerapi.contract.Endpoint;
import dev.holdfast.ledgerapi.control.AssignControlRoute;
import dev.holdfast.ledgerapi.control.ChangeControlDraftRoute;
import dev.holdfast.ledgerapi.control.ChangeControlStatusRoute;
import dev.holdfast.ledgerapi.control.DraftControlRoute;
import dev.holdfast.ledgerapi.control.ListControlVersionsRoute;
import dev.holdfast.ledgerapi.exchange.Route;
import dev.holdfast.ledgerapi.ledger.LedgerRoute;
import dev.holdfast.ledgerapi.ledger.TransferRoute;
import dev.holdfast.ledgerapi.network.AdviceRoute;
import dev.holdfast.ledgerapi.network.AuthorizationRoute;
import dev.holdfast.ledgerapi.network.IncrementRoute;
import dev.holdfast.ledgerapi.network.PresentmentRoute;
import dev.holdfast.ledgerapi.network.ReversalRoute;
import dev.holdfast.ledgerapi.network.UnexpiryRoute;
import dev.holdfast.ledgerapi.program.ChangeProgramRoute;
import dev.holdfast.ledgerapi.program.ShowProgramRoute;
import dev.holdfast.ledgerapi.query.ListAssignedControlsRoute;
import dev.holdfast.ledgerapi.query.ListAuthorizationsRoute;
import dev.holdfast.ledgerapi.query.ListCardsRoute;
import dev.holdfast.ledgerapi.query.ListControlsRoute;
import dev.holdfast.ledgerapi.query.ListEntriesRoute;
import dev.holdfast.ledgerapi.query.ListHoldsRoute;
import dev.holdfast.ledgerapi.query.ShowAuthorizationRoute;
import dev.holdfast.ledgerapi.query.ShowBalanceRoute;
import dev.holdfast.ledgerapi.query.ShowControlRoute;
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
            case AUTHORIZE -> new AuthorizationRoute(engine.networkHost());
            case INCREMENT_AUTHORIZATION -> new IncrementRoute(engine.networkHost());
            case REVERSE_AUTHORIZATION -> new ReversalRoute(engine.networkHost());
            case PRESENT -> new PresentmentRoute(engine.networkHost(), engine.cardDirectory());
            case ADVISE -> new AdviceRoute(engine.networkHost());
            case APPROVE_FINAL_AUTHORIZATION -> new ApprovalRoute(engine.approvals(), PaymentKind.FINAL_AUTHORIZATION);
            case APPROVE_PRE_AUTHORIZATION -> new ApprovalRoute(engine.approvals(), PaymentKind.PRE_AUTHORIZATION);
            case LIST_AUTHORIZATIONS -> new ListAuthorizationsRoute(engine.messageQueries(), engine.cards());
            case SHOW_AUTHORIZATION -> new ShowAuthorizationRoute(engine.messageQueries(), engine.queries());
            case ISSUE_CARDS -> new IssueCardsRoute(engine.cards());
            case LIST_CARDS -> new ListCardsRoute(engine.cards());
            case SHOW_CARD -> new ShowCardRoute(engine.cards());
            case CHANGE_CARD_STATUS -> new ChangeCardStatusRoute(engine.cards());
            case SET_CARD_PIN -> new SetCardPinRoute(engine.cards());
            case UNEXPIRE_PAYMENT -> new UnexpiryRoute(engine.networkHost());
            case LIST_CONTROLS -> new ListControlsRoute(engine.controls());
            case SHOW_CONTROL -> new ShowControlRoute(engine.controls());
            case LIST_CONTROL_VERSIONS -> new ListControlVersionsRoute(engine.controls());
            case DRAFT_CONTROL -> new DraftControlRoute(engine.controls());
            case CHANGE_CONTROL_DRAFT -> new ChangeControlDraftRoute(engine.controls());
            case CHANGE_CONTROL_STATUS -> new ChangeControlStatusRoute(engine.controls());
            case LIST_ASSIGNED_CONTROLS -> new ListAssignedControlsRoute(engine.controlAssignments());
            case ASSIGN_CONTROL -> new AssignControlRoute(engine.controlAssignments(), engine.cards());
            case SHOW_PROGRAM -> new ShowProgramRoute(engine.programs());
            case CHANGE_PROGRAM -> new ChangeProgramRoute(engine.programs());
            case REQUEST_TOKEN, SHOW_SIGNING_KEYS, SHOW_CONTRACT, SHOW_DOCS, SHOW_DOCS_ASSET ->
                throw new IllegalArgumentException(endpoint + " is public");
        };
    }
}
