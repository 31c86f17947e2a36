package dev.holdfast.ledgerapi.card;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.RunningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class CardRoutesIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private final ApiClient tenant = API.newTenant();
    private final String account = tenant.openAccount("1");

    @Test
    void issuesCardsOncePerKeyAndShowsThemAsAMask() {
        Reply issued = issue("k", ",\"count\":2");
        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.json().get("data").findValuesAsText("masked_number"))
                .allMatch(mask -> mask.matches("999999\\*{6}[0-9]{4}"));

        Reply again = issue("k", ",\"count\":2");
        assertThat(again.text()).isEqualTo(issued.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(issue("k", ",\"count\":3").status()).isEqualTo(409);
        assertThat(tenant.post("/v1/accounts/none/cards", order("k", "")).status())
                .isEqualTo(404);
    }

    @Test
    void listsAnAccountsCardsPageByPage() {
        List<String> ids =
                new ArrayList<>(issue("k", ",\"count\":3").json().get("data").findValuesAsText("card_id"));

        JsonNode first = tenant.get(cards() + "?limit=2").json();
        JsonNode second = tenant.get(
                        cards() + "?limit=2&cursor=" + first.get("next_cursor").textValue())
                .json();

        List<String> listed = new ArrayList<>(first.get("data").findValuesAsText("card_id"));
        listed.addAll(second.get("data").findValuesAsText("card_id"));
        assertThat(second.get("next_cursor").isNull()).isTrue();
        Collections.sort(ids);
        assertThat(listed).containsExactlyElementsOf(ids);
    }

    @Test
    void changesACardsStatusForGood() {
        String card = issued();

        Reply lost = tenant.put("/v1/cards/" + card + "/status", status("stolen"));

        assertThat(lost.json().get("status").textValue()).isEqualTo("stolen");
        assertThat(tenant.put("/v1/cards/" + card + "/status", status("active")).status())
                .isEqualTo(422);
        assertThat(tenant.get("/v1/cards/" + card).text()).isEqualTo(lost.text());
    }

    @Test
    void saysWhichPinBlockCannotBeRead() {
        Reply reply = tenant.put("/v1/cards/" + issued() + "/pin", "{\"pin_block\":\"0123456789ABCDEF\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().findValuesAsText("param")).containsExactly("pin_block");
    }

    @Test
    void doesNotFindAnotherTenantsCard() {
        String card = issued();
        ApiClient stranger = API.newTenant();

        assertThat(stranger.get("/v1/cards/" + card).status()).isEqualTo(404);
        assertThat(stranger.put("/v1/cards/" + card + "/status", status("locked"))
                        .status())
                .isEqualTo(404);
        assertThat(tenant.get("/v1/cards/" + card).json().get("status").textValue())
                .isEqualTo("active");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};idempotency_key bin expiry",
                "{'idempotency_key':1,'bin':'12345','expiry':'2029-13','count':0,'sequence':1.5,'status':'lost','address':1};idempotency_key bin expiry status address count sequence"
            })
    void namesEveryBadFieldOfAnOrder(String body, String params) {
        Reply reply = tenant.post(cards(), body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().findValuesAsText("param").stream().collect(Collectors.joining(" ")))
                .isEqualTo(params);
    }

    private String issued() {
        return issue("one", "").json().get("data").get(0).get("card_id").textValue();
    }

    private Reply issue(String key, String more) {
        return tenant.post(cards(), order(key, more));
    }

    private static String order(String key, String more) {
        return "{\"idempotency_key\":\"%s\",\"bin\":\"99999912\",\"expiry\":\"2039-08\",\"status\":\"active\"%s}"
                .formatted(key, more);
    }

    private static String status(String status) {
        return "{\"status\":\"" + status + "\",\"reason\":\"a test\"}";
    }

    private String cards() {
        return "/v1/accounts/" + account + "/cards";
    }
}
