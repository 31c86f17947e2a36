package dev.holdfast.ledgerapi.ledger;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.tenant.Tenant;
import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.error.ErrorDetail;
import dev.holdfast.ledgerapi.testing.Bodies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class LedgerFormTest {

    private static final Tenant TENANT = new Tenant(7, "t", true);
    private static final String HOLD = Bodies.member("tenant_hold_balance_ref", "h-1");

    @Test
    void readsEveryMember() {
        LedgerRequest request = read(Operation.HOLD, Bodies.operation("acc", "key", "120.10", HOLD));

        assertThat(request)
                .isEqualTo(new LedgerRequest(
                        Operation.HOLD,
                        new AccountKey(7, "acc"),
                        new References("key", "tx-1", "of-1"),
                        new Money(12010, Currency.of("PHP")),
                        "h-1",
                        false));
    }

    @Test
    void takesTheReferenceThatTheOperationActsOn() {
        String both = HOLD + Bodies.member("tenant_balance_ref", "b-1");

        assertThat(read(Operation.DEBIT, Bodies.operation("acc", "key", "1", both))
                        .target())
                .isEqualTo("b-1");
        assertThat(read(Operation.RESTORE, Bodies.operation("acc", "key", "1", both))
                        .target())
                .isEqualTo("h-1");
    }

    @Test
    void asksTheTenantWhetherADebitIsForced() {
        String named = Bodies.operation("acc", "key", "1", Bodies.member("tenant_balance_ref", "b-1"));
        byte[] body = named.getBytes(StandardCharsets.UTF_8);

        assertThat(read(Operation.DEBIT, named).forced()).isTrue();
        assertThat(LedgerForm.read(Operation.DEBIT, new Tenant(7, "t", false), body)
                        .forced())
                .isFalse();
        assertThat(read(Operation.DEBIT, Bodies.operation("acc", "1")).forced()).isFalse();
    }

    @Test
    void ignoresMembersThatNobodyAskedFor() {
        String more = ",\"forced\":true,\"deep\":{\"a\":[1,{\"b\":null}]},\"amount_\":\"x\"";

        assertThat(read(Operation.DEBIT, Bodies.operation("acc", "key", "1", more))
                        .forced())
                .isFalse();
    }

    @Test
    void namesEveryMissingMember() {
        assertThat(paramsOf(Operation.DEBIT_HOLD, "{}"))
                .containsExactly(
                        "transaction_id",
                        "tenant_account_ref",
                        "idempotency_key",
                        "of_action_ref",
                        "amount",
                        "tenant_hold_balance_ref");
        assertThat(paramsOf(Operation.RESTORE, "{}"))
                .containsExactly(
                        "transaction_id",
                        "tenant_account_ref",
                        "idempotency_key",
                        "of_action_ref",
                        "tenant_hold_balance_ref");
        assertThat(paramsOf(Operation.HOLD, "{\"amount\":{}}"))
                .containsExactly(
                        "amount.value",
                        "amount.currency",
                        "transaction_id",
                        "tenant_account_ref",
                        "idempotency_key",
                        "of_action_ref");
    }

    @Test
    void namesEveryBadMemberOnce() {
        String bad = """
                {"transaction_id":1,"tenant_account_ref":"","idempotency_key":"a\\u0007","of_action_ref":[{"x":1}],
                 "amount":{"value":"1","currency":"php"},"tenant_hold_balance_ref":{}}""";

        assertThat(paramsOf(Operation.DEBIT_HOLD, bad))
                .containsExactly(
                        "transaction_id",
                        "tenant_account_ref",
                        "idempotency_key",
                        "of_action_ref",
                        "amount.value",
                        "amount.currency",
                        "tenant_hold_balance_ref");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "0.00",
                "-0.001",
                "-0",
                "0.001",
                "1e-3",
                "1e999999999",
                "1e99999999999999",
                "-1e999999999",
                "1e-999999999",
                "1e-99999999999999",
                "90000000000000.01",
                "1e400",
                "0.1e-5"
            })
    void refusesTheAmount(String value) {
        String body = Bodies.operation("acc", value);

        List<String> params = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> paramsOf(Operation.DEBIT, body));
        assertThat(params).containsExactly("amount.value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "true", "false", "[1]", "{\"a\":1}"})
    void refusesAnAmountThatIsNoNumber(String value) {
        assertThat(errorOf(Operation.DEBIT, Bodies.operation("acc", value)).details())
                .extracting(ErrorDetail::param, ErrorDetail::message)
                .containsExactly(tuple("amount.value", "must be a number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+1", ".5", "1.", "01", "0x1", "1e", "--1", "1_000", "'1'"})
    void refusesABodyWithANumberThatIsNotJson(String value) {
        assertThat(errorOf(Operation.DEBIT, Bodies.operation("acc", value)).details())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "90000000000000.00, PHP, 9000000000000000",
        "1e2, PHP, 10000",
        "1.2e1, PHP, 1200",
        "120.100000, PHP, 12010",
        "7500, JPY, 7500",
        "0.001, BHD, 1"
    })
    void readsTheAmountExactly(String value, String currency, long minor) {
        String body = Bodies.operation("acc", value).replace("PHP", currency);

        assertThat(read(Operation.DEBIT, body).amount()).isEqualTo(new Money(minor, Currency.of(currency)));
    }

    @ParameterizedTest
    @CsvSource({"1.5, JPY", "0.0001, BHD", "1.234, USD"})
    void refusesMoreDecimalsThanTheCurrencyHas(String value, String currency) {
        String body = Bodies.operation("acc", value).replace("PHP", currency);

        assertThat(errorOf(Operation.DEBIT, body).details())
                .extracting(ErrorDetail::message)
                .containsExactly("has more decimals than the currency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"php", "XXQ", "PH", "PHPP", "XAU", "", "Php"})
    void refusesTheCurrency(String currency) {
        String body = Bodies.operation("acc", "1").replace("PHP", currency);

        assertThat(paramsOf(Operation.DEBIT, body)).containsExactly("amount.currency");
    }

    @Test
    void takesNullForAbsent() {
        String body = Bodies.operation("acc", "key", "1", ",\"tenant_hold_balance_ref\":null");

        assertThat(read(Operation.HOLD, body).target()).isNull();
        assertThat(paramsOf(Operation.RESTORE, body)).containsExactly("tenant_hold_balance_ref");
        assertThat(paramsOf(Operation.HOLD, body.replace("{\"value\":1,\"currency\":\"PHP\"}", "null")))
                .containsExactly("amount");
    }

    @Test
    void boundsEveryText() {
        assertThat(paramsOf(Operation.DEBIT, Bodies.operation("a".repeat(65), "1")))
                .containsExactly("tenant_account_ref");
        assertThat(paramsOf(Operation.DEBIT, Bodies.operation("acc", "k".repeat(129), "1", "")))
                .containsExactly("idempotency_key");
        assertThat(read(Operation.DEBIT, Bodies.operation("\uD83D\uDE00".repeat(64), "k".repeat(128), "1", ""))
                        .account()
                        .ref())
                .hasSize(128);
    }

    private static LedgerRequest read(Operation operation, String body) {
        return LedgerForm.read(operation, TENANT, body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> paramsOf(Operation operation, String body) {
        return errorOf(operation, body).details().stream()
                .map(ErrorDetail::param)
                .toList();
    }

    private static ApiError errorOf(Operation operation, String body) {
        ApiException refused = assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> read(operation, body))
                .actual();
        assertThat(refused.error().code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
        return refused.error();
    }
}
