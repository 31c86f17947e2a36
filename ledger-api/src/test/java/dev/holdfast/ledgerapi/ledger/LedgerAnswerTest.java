package dev.holdfast.ledgerapi.ledger;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.book.Refusal;
import dev.holdfast.engine.book.RefusalReason;
import dev.holdfast.engine.book.Settlement;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LedgerAnswerTest {

    private static final Currency PHP = Currency.of("PHP");
    private static final AccountKey ACCOUNT = new AccountKey(1, "acc");
    private static final References REFERENCES = new References("key", "tx", "of");

    @ParameterizedTest
    @EnumSource
    void answersEveryRefusalWithStatus200AndItsOwnCode(RefusalReason reason) {
        Answer answer = LedgerAnswer.of(request(Operation.HOLD), refused(reason, new Refusal.Seen(null, null, null)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString())
                .startsWith("{\"success\":false,\"tenant_hold_balance_ref\":null,\"available_balance\":null,"
                        + "\"tenant_action_ref\":\"")
                .endsWith("\"error\":{\"code\":\"" + reason.code() + "\",\"message\":\"" + reason.message() + "\"}}");
    }

    @ParameterizedTest
    @EnumSource(names = "EXPIRE_HOLD", mode = EnumSource.Mode.EXCLUDE)
    void showsWhatTheRefusalSawInTheOperationsOwnMembers(Operation operation) {
        Refusal.Seen seen = new Refusal.Seen("default", new Money(-150, PHP), new Money(0, PHP));

        String body = LedgerAnswer.of(request(operation), refused(RefusalReason.HOLD_CLOSED, seen))
                .body()
                .toString();

        String ref =
                switch (operation) {
                    case HOLD, DEBIT_HOLD, CREDIT_HOLD -> "\"tenant_hold_balance_ref\":\"hold\"";
                    default -> "\"tenant_balance_ref\":\"default\"";
                };
        String balance =
                switch (operation) {
                    case DEBIT_HOLD, CREDIT_HOLD -> "\"hold_balance\":{\"value\":0.00,\"currency\":\"PHP\"}";
                    default -> "\"available_balance\":{\"value\":-1.50,\"currency\":\"PHP\"}";
                };
        assertThat(body).startsWith("{\"success\":false," + ref + "," + balance + ",");
    }

    @Test
    void conflictsWhenTheKeyIsReused() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> LedgerAnswer.of(request(Operation.DEBIT), new LedgerOutcome.KeyReused()))
                .satisfies(refused -> assertThat(refused.error().code()).isEqualTo(ErrorCode.IDEMPOTENCY_ERROR));
    }

    private static LedgerRequest request(Operation operation) {
        return new LedgerRequest(operation, ACCOUNT, REFERENCES, new Money(1, PHP), "hold", false);
    }

    private static LedgerOutcome refused(RefusalReason reason, Refusal.Seen seen) {
        Settlement settlement = new Settlement(REFERENCES, UUID.randomUUID(), Instant.EPOCH);
        return new LedgerOutcome.Refused(
                new Refusal(AccountId.of(ACCOUNT), Operation.HOLD, reason, seen, settlement), false);
    }
}
