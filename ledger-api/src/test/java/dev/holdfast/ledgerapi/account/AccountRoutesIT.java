package dev.holdfast.ledgerapi.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.Bodies;
import dev.holdfast.ledgerapi.testing.RunningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class AccountRoutesIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private static final String ACCOUNTS = "/v1/ledger/accounts";

    private final ApiClient tenant = API.newTenant();

    @Test
    void opensAnAccountWithFurtherBalances() {
        Reply opened = tenant.post(ACCOUNTS, """
                {"tenant_account_ref":"acc","currency":"PHP","credit_limit":{"value":5.5,"currency":"PHP"},
                 "balances":[{"tenant_balance_ref":"yen","currency":"JPY"},
                             {"tenant_balance_ref":"oil","currency":"BHD",
                              "credit_limit":{"value":0.001,"currency":"BHD"}}]}""");

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text())
                .startsWith("{\"tenant_account_ref\":\"acc\",\"status\":\"active\",\"opened_at\":\"2")
                .endsWith("Z\",\"balances\":["
                        + balance("default", "0.00", "5.50", "PHP") + ","
                        + balance("yen", "0", "0", "JPY") + ","
                        + balance("oil", "0.000", "0.001", "BHD") + "]}");
        assertThat(tenant.get(ACCOUNTS + "/acc").text()).isEqualTo(opened.text());
    }

    @Test
    void answersTheSameOpeningWithTheSameBytesEvenAfterAChange() {
        Reply first = tenant.post(ACCOUNTS, Bodies.opening("acc", "PHP"));
        tenant.post(ACCOUNTS + "/acc/deposits", Bodies.transfer("k", "1", "PHP"));
        tenant.patch(ACCOUNTS + "/acc", "{\"status\":\"inactive\"}");

        Reply again = tenant.post(ACCOUNTS, Bodies.opening("acc", "PHP"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void conflictsWhenTheReferenceIsTaken() {
        tenant.post(ACCOUNTS, Bodies.opening("acc", "PHP"));

        Reply other = tenant.post(ACCOUNTS, Bodies.opening("acc", "JPY"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("error_code").textValue()).isEqualTo("idempotency_error");
    }

    @Test
    void findsAccountsWhateverTheirReferenceIs() {
        for (String ref : new String[] {"a/b?c=d&e#f", "100% \u00e9\u4e2d \uD83D\uDE00", "...", "%2F", "+ +"}) {
            assertThat(tenant.post(ACCOUNTS, Bodies.opening(ref, "PHP")).status())
                    .isEqualTo(201);
            String path = ACCOUNTS + "/"
                    + URLEncoder.encode(ref, StandardCharsets.UTF_8).replace("+", "%20");

            JsonNode found = tenant.get(path).json();

            assertThat(found.get("tenant_account_ref").textValue()).isEqualTo(ref);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};tenant_account_ref currency",
                "{'tenant_account_ref':'..','currency':'PHP'};tenant_account_ref",
                "{'tenant_account_ref':'a','currency':'php'};currency",
                "{'tenant_account_ref':'a','currency':'PHP','credit_limit':{'value':-1,'currency':'PHP'}};credit_limit.value",
                "{'tenant_account_ref':'a','currency':'PHP','credit_limit':{'value':1,'currency':'JPY'}};credit_limit.currency",
                "{'tenant_account_ref':'a','currency':'PHP','credit_limit':{}};credit_limit.value credit_limit.currency",
                "{'tenant_account_ref':'a','currency':'PHP','credit_limit':5};credit_limit",
                "{'tenant_account_ref':'a','currency':'PHP','balances':{}};balances",
                "{'tenant_account_ref':'a','currency':'PHP','balances':[1,null]};balances.0 balances.1",
                "{'tenant_account_ref':'a','currency':'PHP','balances':[{}]};balances.0.tenant_balance_ref balances.0.currency",
                "{'tenant_account_ref':'a','currency':'PHP','balances':[{'tenant_balance_ref':'default','currency':'PHP'}]};balances.0.tenant_balance_ref",
                "{'tenant_account_ref':'a','currency':'PHP','balances':[{'tenant_balance_ref':'x','currency':'PHP'},{'tenant_balance_ref':'x','currency':'JPY'}]};balances.1.tenant_balance_ref"
            })
    void refusesTheOpening(String body, String params) {
        Reply reply = tenant.post(ACCOUNTS, body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(paramsOf(reply)).isEqualTo(params);
        assertThat(tenant.get(ACCOUNTS + "/a").status()).isEqualTo(404);
    }

    @Test
    void takesFifteenFurtherBalancesAndNoMore() {
        assertThat(tenant.post(ACCOUNTS, openingWith(15)).json().get("balances"))
                .hasSize(16);

        Reply tooMany = tenant.post(ACCOUNTS, openingWith(16));

        assertThat(paramsOf(tooMany)).isEqualTo("balances");
    }

    @Test
    void changesStatusAndLimits() {
        tenant.post(ACCOUNTS, openingWith(1));

        assertThat(tenant.patch(ACCOUNTS + "/acc", "{\"status\":\"inactive\"}").text())
                .contains("\"status\":\"inactive\"");
        assertThat(tenant.patch(
                                ACCOUNTS + "/acc",
                                "{\"credit_limit\":{\"value\":7,\"currency\":\"JPY\"},\"tenant_balance_ref\":\"b0\"}")
                        .text())
                .contains("\"credit_limit\":{\"value\":7,\"currency\":\"JPY\"}")
                .contains("\"credit_limit\":{\"value\":0.00,\"currency\":\"PHP\"}")
                .contains("\"status\":\"inactive\"");
        assertThat(tenant.post("/v1/ledger/hold_balance", Bodies.operation("acc", "1"))
                        .text())
                .contains("account_inactive");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};status",
                "{'status':'closed'};status",
                "{'status':true};status",
                "{'tenant_balance_ref':'b0'};status credit_limit",
                "{'status':'active','tenant_balance_ref':'b0'};credit_limit",
                "{'credit_limit':{'value':1,'currency':'JPY'}};credit_limit.currency",
                "{'credit_limit':{'value':0.001,'currency':'PHP'}};credit_limit.value",
                "{'credit_limit':{'value':1,'currency':'PHP'},'tenant_balance_ref':'none'};tenant_balance_ref",
                "{'status':'Active','credit_limit':{'value':'1','currency':1},'tenant_balance_ref':''};credit_limit.value credit_limit.currency tenant_balance_ref status"
            })
    void refusesTheChange(String body, String params) {
        tenant.post(ACCOUNTS, openingWith(1));

        Reply reply = tenant.patch(ACCOUNTS + "/acc", body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(paramsOf(reply)).isEqualTo(params);
    }

    @Test
    void answersAnUnknownAccountWith404() {
        assertThat(tenant.get(ACCOUNTS + "/none").json().get("error_code").textValue())
                .isEqualTo("account_not_found");
        assertThat(tenant.patch(ACCOUNTS + "/none", "{\"status\":\"active\"}").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};idempotency_key amount",
                "{'idempotency_key':'k','amount':{'value':0,'currency':'PHP'}};amount.value",
                "{'idempotency_key':'','amount':{'value':1},'tenant_balance_ref':1,'reference':{}};idempotency_key tenant_balance_ref reference amount.currency"
            })
    void refusesTheTransfer(String body, String params) {
        for (String kind : new String[] {"/deposits", "/withdrawals"}) {
            assertThat(paramsOf(tenant.post(ACCOUNTS + "/acc" + kind, body.replace('\'', '"'))))
                    .isEqualTo(params);
        }
    }

    private static String openingWith(int further) {
        return Bodies.opening("acc", "PHP")
                .replace(
                        "}",
                        IntStream.range(0, further)
                                .mapToObj("{\"tenant_balance_ref\":\"b%d\",\"currency\":\"JPY\"}"::formatted)
                                .collect(Collectors.joining(",", ",\"balances\":[", "]}")));
    }

    private static String balance(String ref, String amount, String limit, String currency) {
        return ("{\"tenant_balance_ref\":\"%s\",\"available_balance\":{\"value\":%s,\"currency\":\"%s\"},"
                        + "\"held_balance\":{\"value\":%s,\"currency\":\"%s\"},"
                        + "\"credit_limit\":{\"value\":%s,\"currency\":\"%s\"}}")
                .formatted(ref, amount, currency, amount, currency, limit, currency);
    }

    private static String paramsOf(Reply reply) {
        return reply.json().findValuesAsText("param").stream().collect(Collectors.joining(" "));
    }
}
