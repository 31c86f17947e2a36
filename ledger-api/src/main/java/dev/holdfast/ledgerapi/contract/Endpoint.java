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
