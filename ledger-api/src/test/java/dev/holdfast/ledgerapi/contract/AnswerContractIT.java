package dev.holdfast.ledgerapi.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.ApprovalBodies;
import dev.holdfast.ledgerapi.testing.Bodies;
import dev.holdfast.ledgerapi.testing.NetworkBodies;
import dev.holdfast.ledgerapi.testing.RunningApi;
import dev.holdfast.ledgerapi.testing.TestCards;
import dev.holdfast.ledgerapi.testing.TestCards.TestCard;
import dev.holdfast.ledgerapi.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Every answer has exactly the members that the contract lists, with the types that it lists. */
class AnswerContractIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private static final Contract CONTRACT = new Contract();

    private final ApiClient tenant = API.newTenant();
    private final Set<Endpoint> checked = EnumSet.noneOf(Endpoint.class);

    @Test
    void answersWithExactlyTheMembersOfTheContract() {
        String opening = "{\"tenant_account_ref\":\"acc\",\"currency\":\"PHP\",\"credit_limit\":{\"value\":5,"
                + "\"currency\":\"PHP\"},\"balances\":[{\"tenant_balance_ref\":\"travel\",\"currency\":\"JPY\"}]}";
        check(Endpoint.OPEN_ACCOUNT, "acc", opening, 201);
        check(Endpoint.CHANGE_ACCOUNT, "acc", "{\"status\":\"active\"}", 200);
        check(Endpoint.DEPOSIT, "acc", Bodies.transfer("d", "100", "PHP"), 200);
        check(Endpoint.WITHDRAW, "acc", Bodies.transfer("w", "1", "PHP"), 200);
        check(Endpoint.WITHDRAW, "acc", Bodies.transfer("w2", "1000", "PHP"), 200);
        checkLedgerOperations();
        check(Endpoint.SHOW_ACCOUNT, "acc", "", 200);
        check(Endpoint.SHOW_TRANSACTION, "tx-1", "", 200);
        check(Endpoint.SHOW_TRIAL_BALANCE, "", "", 200);
        checkQuery(Endpoint.LIST_ENTRIES, "?limit=2");
        checkQuery(Endpoint.LIST_ENTRIES, "");
        checkQuery(Endpoint.LIST_HOLDS, "?status=all&limit=1");
        checkQuery(Endpoint.SHOW_BALANCE, "?at=2040-01-01T00:00:00Z");

        checkCards();
        checkNetwork();
        checkControls();
        for (Endpoint endpoint :
                new Endpoint[] {Endpoint.APPROVE_FINAL_AUTHORIZATION, Endpoint.APPROVE_PRE_AUTHORIZATION}) {
            check(endpoint, "", ApprovalBodies.request("acc", "1", ""), 200);
            check(endpoint, "", ApprovalBodies.request("acc", "900000", ""), 200);
        }
        for (Endpoint endpoint : Endpoint.values()) {
            assertThat(endpoint.isPublic() || checked.contains(endpoint))
                    .as(endpoint.name())
                    .isTrue();
        }
    }

    @Test
    void answersTokensAndTheirKeysAsTheContractShowsThem() {
        TestClient client = TestClient.of(API, tenant);

        compare(Endpoint.REQUEST_TOKEN, 200, client.ask("grant_type=client_credentials"));
        compare(Endpoint.REQUEST_TOKEN, 400, client.ask("grant_type=password"));
        compare(Endpoint.SHOW_SIGNING_KEYS, 200, tenant.get("/.well-known/jwks.json"));
    }

    @Test
    void answersErrorsAsTheContractShowsThem() {
        check(Endpoint.HOLD_BALANCE, "", "{}", 400);
        check(Endpoint.OPEN_ACCOUNT, "", "[", 400);
        check(Endpoint.SHOW_ACCOUNT, "none", "", 404);
        check(Endpoint.CHANGE_ACCOUNT, "none", "{\"status\":\"active\"}", 404);
        check(Endpoint.SHOW_TRANSACTION, "none", "", 404);
        check(Endpoint.SHOW_BALANCE, "none", "", 400);
        check(Endpoint.SHOW_AUTHORIZATION, "0c6fd1b3-5b9e-8d6f-9f13-5f0d4bb1a0f2", "", 404);
        check(Endpoint.LIST_AUTHORIZATIONS, "", "", 400);
        check(Endpoint.OPEN_ACCOUNT, "", Bodies.opening("twice", "PHP"), 201);
        check(Endpoint.OPEN_ACCOUNT, "", Bodies.opening("twice", "JPY"), 409);
    }

    private void checkLedgerOperations() {
        String hold = check(Endpoint.HOLD_BALANCE, "", Bodies.operation("acc", "10"), 200)
                .get("tenant_hold_balance_ref")
                .textValue();
        String onHold = Bodies.member("tenant_hold_balance_ref", hold);
        String onNoHold = Bodies.member("tenant_hold_balance_ref", "none");
        Endpoint[] onHolds = {
            Endpoint.HOLD_BALANCE, Endpoint.DEBIT_HOLD_BALANCE, Endpoint.CREDIT_HOLD_BALANCE, Endpoint.RESTORE_BALANCE
        };
        for (Endpoint endpoint : onHolds) {
            check(endpoint, "", Bodies.operation("acc", endpoint + "-1", "1", onHold), 200);
            check(endpoint, "", Bodies.operation("acc", endpoint + "-2", "1", onNoHold), 200);
            check(endpoint, "", Bodies.operation("acc", endpoint + "-3", "1000", onHold), 200);
        }
        for (Endpoint endpoint : new Endpoint[] {Endpoint.DEBIT_BALANCE, Endpoint.CREDIT_BALANCE}) {
            check(endpoint, "", Bodies.operation("acc", "1"), 200);
            check(endpoint, "", Bodies.operation("none", "1"), 200);
        }
    }

    private void checkCards() {
        String order = "{\"idempotency_key\":\"k\",\"bin\":\"99999912\",\"expiry\":\"2039-08\"}";
        String id = check(Endpoint.ISSUE_CARDS, "acc", order, 201)
                .get("data")
                .get(0)
                .get("card_id")
                .textValue();
        check(Endpoint.ISSUE_CARDS, "none", order, 404);
        checkQuery(Endpoint.LIST_CARDS, "");
        check(Endpoint.SHOW_CARD, id, "", 200);
        check(Endpoint.CHANGE_CARD_STATUS, id, "{\"status\":\"active\",\"reason\":\"r\"}", 200);
        check(Endpoint.CHANGE_CARD_STATUS, id, "{\"status\":\"inactive\",\"reason\":\"r\"}", 422);
        check(Endpoint.SET_CARD_PIN, id, "{\"pin_block\":\"0123456789ABCDEF\"}", 400);
    }

    private void checkNetwork() {
        TestCard card = new TestCards(API.engine()).issue(tenant, "acc");
        String body = NetworkBodies.purchase(card, NetworkBodies.trace(), "2", ",\"kind\":\"pre_authorization\"");
        String id =
                check(Endpoint.AUTHORIZE, "", body, 200).get("authorization_id").textValue();
        check(Endpoint.AUTHORIZE, "", NetworkBodies.purchase(card, NetworkBodies.trace(), "900000", ""), 200);
        check(Endpoint.SHOW_AUTHORIZATION, id, "", 200);
        checkQuery(Endpoint.LIST_AUTHORIZATIONS, "?account_ref=acc&limit=1");
        check(
                Endpoint.INCREMENT_AUTHORIZATION,
                id,
                NetworkBodies.purchase(card, NetworkBodies.trace(), "1", ",\"address\":{\"postal_code\":\"1234\"}"),
                200);
        String payment = tenant.get("/v1/authorizations/" + id)
                .json()
                .findValue("payment_id")
                .textValue();
        String unexpiry = "{\"tenant_account_ref\":\"acc\",\"payment_id\":\"" + payment
                + "\",\"operator\":\"op\",\"idempotency_key\":\"k\"}";
        check(Endpoint.UNEXPIRE_PAYMENT, "", unexpiry, 200);
        check(Endpoint.UNEXPIRE_PAYMENT, "", unexpiry.replace(payment, id), 404);
        check(Endpoint.REVERSE_AUTHORIZATION, id, NetworkBodies.statement(card, "2", ""), 200);
        check(
                Endpoint.ADVISE,
                "",
                NetworkBodies.statement(card, "1", ",\"type\":\"purchase\",\"response\":\"approved\""),
                200);
        check(
                Endpoint.PRESENT,
                "",
                NetworkBodies.record(card, "unlinked_auth_final", "consumer_debit", "1", ",\"reference\":\"r\""),
                200);
    }

    private void checkControls() {
        String rules =
                "\"rules\":[{\"type\":\"amount_limit\",\"name\":\"a\",\"max_amount\":1.50,\"currency\":\"PHP\"}]";
        check(Endpoint.DRAFT_CONTROL, "groceries", "{" + rules + "}", 201);
        check(Endpoint.CHANGE_CONTROL_DRAFT, "groceries", "{\"number\":1," + rules + "}", 200);
        check(Endpoint.CHANGE_CONTROL_DRAFT, "none", "{\"number\":1," + rules + "}", 404);
        check(Endpoint.CHANGE_CONTROL_STATUS, "groceries", "{\"number\":1,\"status\":\"active\"}", 422);
        check(Endpoint.CHANGE_CONTROL_STATUS, "groceries", "{\"number\":1,\"status\":\"shadow\"}", 200);
        check(Endpoint.LIST_CONTROL_VERSIONS, "groceries", "", 200);
        check(Endpoint.LIST_CONTROL_VERSIONS, "none", "", 404);
        check(Endpoint.SHOW_CONTROL, "groceries", "", 200);
        check(Endpoint.SHOW_CONTROL, "none", "", 404);
        check(Endpoint.LIST_CONTROLS, "", "", 200);
        check(Endpoint.ASSIGN_CONTROL, "acc", "{\"control\":\"groceries\",\"assigned\":true}", 200);
        check(Endpoint.ASSIGN_CONTROL, "acc", "{\"control\":\"none\",\"assigned\":false}", 404);
        check(Endpoint.LIST_ASSIGNED_CONTROLS, "acc", "", 200);
        String settings =
                check(Endpoint.SHOW_PROGRAM, "", "", 200).get("settings").toString();
        check(Endpoint.CHANGE_PROGRAM, "", "{\"version\":0,\"settings\":" + settings + "}", 200);
        check(Endpoint.CHANGE_PROGRAM, "", "{\"version\":0,\"settings\":" + settings + "}", 409);
    }

    private void checkQuery(Endpoint endpoint, String query) {
        String path = endpoint.template().replaceAll("\\{[a-z_]+}", "acc") + query;
        compare(endpoint, 200, tenant.get(path));
    }

    private JsonNode check(Endpoint endpoint, String parameter, String body, int status) {
        String path = endpoint.template().replaceAll("\\{[a-z_]+}", parameter);
        return compare(
                endpoint,
                status,
                tenant.send(tenant.request(path)
                        .method(
                                endpoint.method(),
                                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))));
    }

    private JsonNode compare(Endpoint endpoint, int status, Reply reply) {
        assertThat(reply.status()).as("%s: %s", endpoint, reply.text()).isEqualTo(status);
        assertThat(SchemaCheck.ofAnswer(CONTRACT, CONTRACT.answerSchema(endpoint, status), reply.json()))
                .as("%s: %s", endpoint, reply.text())
                .isEmpty();
        checked.add(endpoint);
        return reply.json();
    }
}
