package dev.holdfast.ledgerapi.error;

import dev.holdfast.engine.account.AccountOutcome;
import dev.holdfast.engine.lane.Failure;
import io.vertx.core.VertxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;

class FailureErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "BUSY, busy, 503",
        "SHUTTING_DOWN, shutting_down, 503",
        "DEADLINE_EXCEEDED, deadline_exceeded, 503",
        "DATABASE_UNAVAILABLE, database_unavailable, 503",
        "OUTCOME_UNKNOWN, outcome_unknown, 503",
        "DEFECT, unexpected_error, 500"
    })
    void mapsTheFailure(Failure.Kind kind, String code, int status) {
        ErrorCode error =
                FailureErrors.errorOf(new Failure(kind, "inner words", null)).code();

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.status()).isEqualTo(status);
    }

    @Test
    void hasACodeOfItsOwnForEveryFailure() {
        assertThat(Arrays.stream(Failure.Kind.values()).map(FailureErrors::codeOf))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void saysThatNothingWasAppliedOnlyWhereItIsCertain(Failure.Kind kind) {
        boolean says = FailureErrors.codeOf(kind).message().contains("nothing was applied");

        assertThat(says && !kind.nothingApplied()).isFalse();
    }

    @Test
    void tellsNothingOfADefect() {
        ApiError error = FailureErrors.errorOf(new IllegalStateException("select secret from tenant"));

        assertThat(error.code()).isEqualTo(ErrorCode.UNEXPECTED_ERROR);
        assertThat(error.toString()).doesNotContain("secret");
    }

    @Test
    void takesALostDatabaseConnectionForAnUnavailableDatabase() {
        assertThat(FailureErrors.errorOf(new IOException("reset")).code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
        assertThat(FailureErrors.errorOf(new VertxException("closed")).code())
                .isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "REF_TAKEN, idempotency_error, 409",
        "ACCOUNT_NOT_FOUND, account_not_found, 404",
        "BALANCE_REF_NOT_FOUND, validation_error, 400",
        "CURRENCY_MISMATCH, validation_error, 400"
    })
    void mapsTheRejectedAccountRequest(AccountOutcome.Rejection reason, String code, int status) {
        ErrorCode error = AccountErrors.errorOf(reason).code();

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void mapsEveryRejection(AccountOutcome.Rejection reason) {
        assertThat(AccountErrors.errorOf(reason).message()).isNotBlank();
    }
}
