package dev.holdfast.ledgerapi.card;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.engine.card.CardDoors;
import dev.holdfast.engine.hsm.ExpiryOrder;
import dev.holdfast.engine.hsm.HsmKeys;
import dev.holdfast.engine.hsm.Pin;
import dev.holdfast.engine.hsm.PinBlockFormat;
import dev.holdfast.engine.hsm.SoftwareHsm;
import dev.holdfast.engine.testing.Canaries;
import dev.holdfast.engine.testing.LogLines;
import dev.holdfast.engine.vault.KeyRing;
import dev.holdfast.engine.vault.Pan;
import dev.holdfast.engine.vault.VaultKeys;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.NetworkBodies;
import dev.holdfast.ledgerapi.testing.RunningApi;
import dev.holdfast.ledgerapi.testing.TestCards;
import dev.holdfast.ledgerapi.testing.TestCards.TestCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** A PIN that is changed over HTTP: which one is right afterwards, and that nobody sees either. */
class CardPinIT {

    private static final String OLD = "47115082";
    private static final String NEW = "93260417";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SoftwareHsm HSM = new SoftwareHsm(HsmKeys.generate(RANDOM), ExpiryOrder.MMYY, RANDOM);

    @RegisterExtension
    static final RunningApi API =
            RunningApi.start(new CardDoors.Secrets(new VaultKeys(KeyRing.generate(RANDOM), RANDOM), HSM));

    private final ApiClient tenant = API.newTenant();
    private final TestCard card = new TestCards(API.engine()).issue(tenant, tenant.openAccount("1000"));

    @ParameterizedTest
    @EnumSource(PinBlockFormat.class)
    void verifiesTheNewPinAndNoMoreTheOldOne(PinBlockFormat format) {
        assertThat(set(OLD, PinBlockFormat.ISO_0).json().get("has_pin").booleanValue())
                .isTrue();
        assertThat(spend(OLD).get("response").textValue()).isEqualTo("approved");

        assertThat(set(NEW, format).status()).isEqualTo(200);

        assertThat(spend(OLD).get("reasons").findValuesAsText("code")).containsExactly("pin_incorrect");
        assertThat(spend(NEW).get("response").textValue()).isEqualTo("approved");
    }

    @Test
    void forgetsWrongPinsWhenANewOneIsSet() {
        set(OLD, PinBlockFormat.ISO_0);
        for (int i = 0; i < 5; i++) {
            spend(NEW);
        }
        assertThat(spend(OLD).get("reasons").findValuesAsText("code")).contains("pin_tries_exceeded");

        Reply changed = set(NEW, PinBlockFormat.ISO_0);

        assertThat(changed.json().get("pin_tries_exceeded").booleanValue()).isFalse();
        assertThat(spend(NEW).get("response").textValue()).isEqualTo("approved");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};required",
                "{'pin_block':1};wrong_type",
                "{'pin_block':'12'};invalid_value",
                "{'pin_block':'0123456789ABCDEG'};invalid_value",
                "{'pin_block':'0123456789ABCDEF','format':'iso_4'};invalid_value",
                "{'pin_block':'0123456789ABCDEF0123456789ABCDEF','format':'iso_0'};invalid_value"
            })
    void namesTheBadFieldAndKeepsThePin(String body, String code) {
        set(OLD, PinBlockFormat.ISO_0);

        Reply reply = tenant.put(pin(card.id()), body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(400);
        JsonNode detail = reply.json().get("details").get(0);
        assertThat(detail.get("param").textValue()).isEqualTo("pin_block");
        assertThat(detail.get("error_code").textValue()).isEqualTo(code);
        assertThat(spend(OLD).get("response").textValue()).isEqualTo("approved");
    }

    @Test
    void refusesABlockOfAnotherCardAndAnUnknownFormat() {
        TestCard other = new TestCards(API.engine()).issue(tenant, card.account());
        set(OLD, PinBlockFormat.ISO_0);

        Reply foreign = tenant.put(pin(card.id()), body(block(other, NEW, PinBlockFormat.ISO_4), "iso_4"));
        Reply unknown = tenant.put(pin(card.id()), body(block(card, NEW, PinBlockFormat.ISO_0), "iso_3"));

        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.json().findValuesAsText("param")).containsExactly("pin_block");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().findValuesAsText("param")).containsExactly("format");
        assertThat(spend(OLD).get("response").textValue()).isEqualTo("approved");
    }

    @Test
    void doesNotFindACardOfNobodyOrOfAnotherTenant() {
        String body = body(block(card, NEW, PinBlockFormat.ISO_0), "iso_0");

        assertThat(tenant.put(pin(UUID.randomUUID()), body).status()).isEqualTo(404);
        assertThat(API.newTenant().put(pin(card.id()), body).status()).isEqualTo(404);
        assertThat(tenant.get("/v1/cards/" + card.id()).json().get("has_pin").booleanValue())
                .isFalse();
    }

    @Test
    void showsThePinInNoAnswerLogLineOrRow() {
        List<String> seen = new ArrayList<>();
        Canaries canaries = new Canaries().with(OLD).with(NEW);
        try (LogLines lines = new LogLines()) {
            for (String digits : List.of(OLD, NEW)) {
                String block = block(card, digits, PinBlockFormat.ISO_0);
                canaries.with(block);
                seen.add(tenant.put(pin(card.id()), body(block, "iso_0")).text());
                seen.add(tenant.put(pin(card.id()), body(block + "00", "iso_0")).text());
                seen.add(tenant.put(pin(card.id()), body(block, "iso_4")).text());
                seen.add(tenant.put(pin(card.id()), body(digits, "iso_0")).text());
                seen.add(spend(digits).toString());
            }
            seen.addAll(lines.texts());
        }
        seen.addAll(Canaries.rows(API.database().url()).toList());
        seen.add(API.meters().scrape());

        assertThat(seen).anyMatch(text -> text.contains("set pin")).noneMatch(canaries::in);
    }

    private Reply set(String digits, PinBlockFormat format) {
        return tenant.put(
                pin(card.id()), body(block(card, digits, format), format.name().toLowerCase(Locale.ROOT)));
    }

    /** A purchase with the card's number and this PIN; its answer. */
    private JsonNode spend(String digits) {
        String more =
                ",\"pan\":\"" + card.pan() + "\",\"pin_block\":\"" + block(card, digits, PinBlockFormat.ISO_0) + "\"";
        String purchase = NetworkBodies.purchase(card, NetworkBodies.trace(), "1", more)
                .replace("\"card_id\":\"" + card.id() + "\",", "");
        return tenant.post("/v1/network/authorizations", purchase).json();
    }

    private static String block(TestCard card, String digits, PinBlockFormat format) {
        Pan pan = Pan.parse(card.pan()).orElseThrow();
        try (Pin pin = Pin.parse(digits).orElseThrow()) {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(HSM.encrypt(pan, pin, format).toBytes());
        }
    }

    private static String body(String block, String format) {
        return "{\"pin_block\":\"" + block + "\",\"format\":\"" + format + "\"}";
    }

    private static String pin(UUID card) {
        return "/v1/cards/" + card + "/pin";
    }
}
