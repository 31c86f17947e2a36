package dev.holdfast.ledgerapi.contract;

/** Every method and path of the contract. */
public enum Endpoint {
    DEBIT_BALANCE("POST", "/v1/ledger/debit_balance"),
    CREDIT_BALANCE("POST", "/v1/ledger/credit_balance"),
    HOLD_BALANCE("POST", "/v1/ledger/hold_balance"),
    RESTORE_BALANCE("POST", "/v1/ledger/restore_balance"),
    DEBIT_HOLD_BALANCE("POST", "/v1/ledger/debit_hold_balance"),
    CREDIT_HOLD_BALANCE("POST", "/v1/ledger/credit_hold_balance"),
    OPEN_ACCOUNT("POST", "/v1/ledger/accounts"),
    SHOW_ACCOUNT("GET", "/v1/ledger/accounts/{tenant_account_ref}"),
    CHANGE_ACCOUNT("PATCH", "/v1/ledger/accounts/{tenant_account_ref}"),
    DEPOSIT("POST", "/v1/ledger/accounts/{tenant_account_ref}/deposits"),
    WITHDRAW("POST", "/v1/ledger/accounts/{tenant_account_ref}/withdrawals"),
    LIST_ENTRIES("GET", "/v1/ledger/accounts/{tenant_account_ref}/entries"),
    LIST_HOLDS("GET", "/v1/ledger/accounts/{tenant_account_ref}/holds"),
    SHOW_BALANCE("GET", "/v1/ledger/accounts/{tenant_account_ref}/balance"),
    SHOW_TRANSACTION("GET", "/v1/ledger/transactions/{transaction_id}"),
    SHOW_TRIAL_BALANCE("GET", "/v1/ledger/trial_balance"),
    AUTHORIZE("POST", "/v1/network/authorizations"),
    INCREMENT_AUTHORIZATION("POST", "/v1/network/authorizations/{authorization_id}/increments"),
    REVERSE_AUTHORIZATION("POST", "/v1/network/authorizations/{authorization_id}/reversals"),
    PRESENT("POST", "/v1/network/presentments"),
    ADVISE("POST", "/v1/network/advices"),
    APPROVE_FINAL_AUTHORIZATION("POST", "/api/pba/transactions/final-auth/approval"),
    APPROVE_PRE_AUTHORIZATION("POST", "/api/pba/transactions/pre-auth/approval"),
    LIST_AUTHORIZATIONS("GET", "/v1/authorizations"),
    SHOW_AUTHORIZATION("GET", "/v1/authorizations/{authorization_id}"),
    ISSUE_CARDS("POST", "/v1/accounts/{tenant_account_ref}/cards"),
    LIST_CARDS("GET", "/v1/accounts/{tenant_account_ref}/cards"),
    SHOW_CARD("GET", "/v1/cards/{card_id}"),
    CHANGE_CARD_STATUS("PUT", "/v1/cards/{card_id}/status"),
    SET_CARD_PIN("PUT", "/v1/cards/{card_id}/pin"),
    UNEXPIRE_PAYMENT("POST", "/v1/payments/unexpire"),
    LIST_CONTROLS("GET", "/v1/controls"),
    SHOW_CONTROL("GET", "/v1/controls/{control}"),
    LIST_CONTROL_VERSIONS("GET", "/v1/controls/{control}/versions"),
    DRAFT_CONTROL("POST", "/v1/controls/{control}/versions"),
    CHANGE_CONTROL_DRAFT("PUT", "/v1/controls/{control}/draft"),
    CHANGE_CONTROL_STATUS("PUT", "/v1/controls/{control}/status"),
    LIST_ASSIGNED_CONTROLS("GET", "/v1/accounts/{tenant_account_ref}/controls"),
    ASSIGN_CONTROL("PUT", "/v1/accounts/{tenant_account_ref}/controls"),
    SHOW_PROGRAM("GET", "/v1/program"),
    CHANGE_PROGRAM("PUT", "/v1/program"),
    SHOW_CONTRACT("GET", "/openapi.yaml"),
    SHOW_DOCS("GET", "/docs"),
    SHOW_DOCS_ASSET("GET", "/docs/{asset}");

    private final String method;
    private final String template;

    Endpoint(String method, String template) {
        this.method = method;
        this.template = template;
    }

    public String method() {
        return method;
    }

    /** The path, with parameters in braces. */
    public String template() {
        return template;
    }

    /** Whether anybody may read it: the contract itself and the page that shows it. */
    public boolean isPublic() {
        return this == SHOW_CONTRACT || this == SHOW_DOCS || this == SHOW_DOCS_ASSET;
    }

    public boolean takesBody() {
        return !method.equals("GET");
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
