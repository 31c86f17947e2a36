package dev.holdfast.ledgerapi.contract;

import dev.holdfast.engine.client.Scope;
import org.jspecify.annotations.Nullable;

/** Every method and path of the contract. */
public enum Endpoint {
    DEBIT_BALANCE("POST", "/v1/ledger/debit_balance", Scope.POST_TO_LEDGER),
    CREDIT_BALANCE("POST", "/v1/ledger/credit_balance", Scope.POST_TO_LEDGER),
    HOLD_BALANCE("POST", "/v1/ledger/hold_balance", Scope.POST_TO_LEDGER),
    RESTORE_BALANCE("POST", "/v1/ledger/restore_balance", Scope.POST_TO_LEDGER),
    DEBIT_HOLD_BALANCE("POST", "/v1/ledger/debit_hold_balance", Scope.POST_TO_LEDGER),
    CREDIT_HOLD_BALANCE("POST", "/v1/ledger/credit_hold_balance", Scope.POST_TO_LEDGER),
    OPEN_ACCOUNT("POST", "/v1/ledger/accounts", Scope.CREATE_CUSTOMERS),
    SHOW_ACCOUNT("GET", "/v1/ledger/accounts/{tenant_account_ref}", Scope.READ_ACCOUNTS),
    CHANGE_ACCOUNT("PATCH", "/v1/ledger/accounts/{tenant_account_ref}", Scope.UPDATE_ACCOUNTS),
    DEPOSIT("POST", "/v1/ledger/accounts/{tenant_account_ref}/deposits", Scope.UPDATE_ACCOUNTS),
    WITHDRAW("POST", "/v1/ledger/accounts/{tenant_account_ref}/withdrawals", Scope.UPDATE_ACCOUNTS),
    LIST_ENTRIES("GET", "/v1/ledger/accounts/{tenant_account_ref}/entries", Scope.READ_ACCOUNTS),
    LIST_HOLDS("GET", "/v1/ledger/accounts/{tenant_account_ref}/holds", Scope.READ_ACCOUNTS),
    SHOW_BALANCE("GET", "/v1/ledger/accounts/{tenant_account_ref}/balance", Scope.READ_ACCOUNTS),
    SHOW_TRANSACTION("GET", "/v1/ledger/transactions/{transaction_id}", Scope.READ_TRANSACTIONS),
    SHOW_TRIAL_BALANCE("GET", "/v1/ledger/trial_balance", Scope.READ_LEDGER),
    AUTHORIZE("POST", "/v1/network/authorizations", Scope.STATE_TO_NETWORK),
    INCREMENT_AUTHORIZATION("POST", "/v1/network/authorizations/{authorization_id}/increments", Scope.STATE_TO_NETWORK),
    REVERSE_AUTHORIZATION("POST", "/v1/network/authorizations/{authorization_id}/reversals", Scope.STATE_TO_NETWORK),
    PRESENT("POST", "/v1/network/presentments", Scope.STATE_TO_NETWORK),
    ADVISE("POST", "/v1/network/advices", Scope.STATE_TO_NETWORK),
    APPROVE_FINAL_AUTHORIZATION("POST", "/api/pba/transactions/final-auth/approval", Scope.STATE_TO_NETWORK),
    APPROVE_PRE_AUTHORIZATION("POST", "/api/pba/transactions/pre-auth/approval", Scope.STATE_TO_NETWORK),
    LIST_AUTHORIZATIONS("GET", "/v1/authorizations", Scope.READ_TRANSACTIONS),
    SHOW_AUTHORIZATION("GET", "/v1/authorizations/{authorization_id}", Scope.READ_TRANSACTIONS),
    ISSUE_CARDS("POST", "/v1/accounts/{tenant_account_ref}/cards", Scope.CREATE_CUSTOMERS),
    LIST_CARDS("GET", "/v1/accounts/{tenant_account_ref}/cards", Scope.READ_ACCOUNTS),
    SHOW_CARD("GET", "/v1/cards/{card_id}", Scope.READ_ACCOUNTS),
    CHANGE_CARD_STATUS("PUT", "/v1/cards/{card_id}/status", Scope.UPDATE_ACCOUNTS),
    SET_CARD_PIN("PUT", "/v1/cards/{card_id}/pin", Scope.UPDATE_ACCOUNTS),
    UNEXPIRE_PAYMENT("POST", "/v1/payments/unexpire", Scope.UPDATE_TRANSACTIONS),
    LIST_CONTROLS("GET", "/v1/controls", Scope.READ_CONTROLS),
    SHOW_CONTROL("GET", "/v1/controls/{control}", Scope.READ_CONTROLS),
    LIST_CONTROL_VERSIONS("GET", "/v1/controls/{control}/versions", Scope.READ_CONTROLS),
    DRAFT_CONTROL("POST", "/v1/controls/{control}/versions", Scope.CREATE_CONTROLS),
    CHANGE_CONTROL_DRAFT("PUT", "/v1/controls/{control}/draft", Scope.UPDATE_CONTROLS),
    CHANGE_CONTROL_STATUS("PUT", "/v1/controls/{control}/status", Scope.UPDATE_CONTROLS),
    LIST_ASSIGNED_CONTROLS("GET", "/v1/accounts/{tenant_account_ref}/controls", Scope.READ_CONTROLS),
    ASSIGN_CONTROL("PUT", "/v1/accounts/{tenant_account_ref}/controls", Scope.UPDATE_CONTROLS),
    SHOW_PROGRAM("GET", "/v1/program", Scope.READ_PROGRAM),
    CHANGE_PROGRAM("PUT", "/v1/program", Scope.UPDATE_PROGRAM),
    REQUEST_TOKEN("POST", "/oauth2/token", null),
    SHOW_SIGNING_KEYS("GET", "/.well-known/jwks.json", null),
    SHOW_CONTRACT("GET", "/openapi.yaml", null),
    SHOW_DOCS("GET", "/docs", null),
    SHOW_DOCS_ASSET("GET", "/docs/{asset}", null);

    private final String method;
    private final String template;
    private final @Nullable Scope scope;

    Endpoint(String method, String template, @Nullable Scope scope) {
        this.method = method;
        this.template = template;
        this.scope = scope;
    }

    public String method() {
        return method;
    }

    /** The path, with parameters in braces. */
    public String template() {
        return template;
    }

    /** Whether it asks for neither API key nor access token: what leads to a token, and the contract itself. */
    public boolean isPublic() {
        return scope == null;
    }

    /**
     * What an access token must allow. API keys have no scopes.
     *
     * @throws IllegalStateException if it is public
     */
    public Scope scope() {
        Scope needed = scope;
        if (needed == null) {
            throw new IllegalStateException(this + " is public");
        }
        return needed;
    }

    public boolean takesBody() {
        return !method.equals("GET");
    }

    /** Whether its body is a form, as OAuth has it, and not JSON. */
    public boolean takesForm() {
        return this == REQUEST_TOKEN;
    }

    /** The name of the path's parameter; empty if the template has none. */
    public String parameterName() {
        int opens = template.indexOf('{');
        return opens < 0 ? "" : template.substring(opens + 1, template.indexOf('}'));
    }

    /**
     * The path's parameter, still percent-encoded; empty if the template has none. How it is decoded is this contract's
     * business: strictly.
     *
     * @param path the very path that led to this endpoint, so that both mean the same account
     */
    public String parameterOf(String path) {
        String[] names = template.split("/", -1);
        String[] values = path.split("/", names.length);
        for (int i = 0; i < names.length && i < values.length; i++) {
            if (names[i].startsWith("{")) {
                return values[i];
            }
        }
        return "";
    }
}
