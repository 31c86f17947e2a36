package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.clearing.ClearingRecord;
import dev.holdfast.engine.clearing.ClearingType;
import dev.holdfast.engine.clearing.TransferType;
import dev.holdfast.engine.network.LedgerOperationsTable.Event;
import dev.holdfast.engine.network.LedgerOperationsTable.Row;
import dev.holdfast.engine.payment.Fact;
import dev.holdfast.engine.payment.Payment;
import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.engine.payment.Steps;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static dev.holdfast.engine.testing.TestNetwork.php;
import static org.assertj.core.api.Assertions.assertThat;

/** Every row of {@code operations.txt}, through the pure payment; and the page that is printed from it. */
class LedgerOperationsTest {

    private static final Path PAGE = Path.of("..", "docs", "lifecycle.md");

    private static final String HEAD = """
            | event | transfer type | before | amount | ledger operations | note |
            | --- | --- | --- | ---: | --- | --- |
            """;

    static List<Row> rows() {
        return LedgerOperationsTable.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void movesWhatTheTableSays(Row row) {
        Payment before = Payment.NEW;
        for (Event event : row.known()) {
            before = after(before, event, null);
        }
        TransferType transfer = row.transfer().equals("-") ? null : TransferType.ofCode(row.transfer());

        Payment after = after(before, row.asked(), transfer);

        assertThat(Steps.between(after.kind(), before.position(), after.position()).stream()
                        .map(step -> step.operation().name().toLowerCase(Locale.ROOT) + " " + step.amount()))
                .isEqualTo(row.expected());
    }

    @Test
    void hasEveryClearingTypeForTheCustomerAndForTheInstitution() {
        for (ClearingType type : ClearingType.values()) {
            List<TransferType> transfers = rows().stream()
                    .filter(row -> row.asked().name().equals(type.code()))
                    .map(row -> TransferType.ofCode(row.transfer()))
                    .toList();
            assertThat(transfers)
                    .as(type.code())
                    .anyMatch(TransferType::isCustomers)
                    .anyMatch(transfer -> !transfer.isCustomers());
        }
    }

    @Test
    void isPrintedInTheDocumentation() throws IOException {
        String table = rows().stream().map(Row::markdown).collect(Collectors.joining("\n", HEAD, "\n"));
        assertThat(Files.readString(PAGE)).contains(table);
    }

    /** A fact that contradicts, and an authorization that is declined, leave the payment as it is. */
    private static Payment after(Payment before, Event event, @Nullable TransferType transfer) {
        Optional<Fact> fact = fact(before, event, transfer);
        return fact.flatMap(before::with).orElse(before);
    }

    private static Optional<Fact> fact(Payment before, Event event, @Nullable TransferType transfer) {
        return switch (event.name()) {
            case "authorization", "final_increment" -> approved(before, event, FINAL_AUTHORIZATION);
            case "pre_authorization", "increment" -> approved(before, event, PRE_AUTHORIZATION);
            case "refund_authorization" -> unspent(TransactionType.REFUND);
            case "account_verification" -> unspent(TransactionType.ACCOUNT_VERIFICATION);
            case "balance_inquiry" -> unspent(TransactionType.BALANCE_INQUIRY);
            default -> StatedFact.of(content(event, transfer), before);
        };
    }

    /** As the decision does: nothing is approved for what was taken back before it came. */
    private static Optional<Fact> approved(Payment before, Event event, PaymentKind kind) {
        UUID authorization = authorization(event);
        return before.takenBack(authorization)
                ? Optional.empty()
                : Optional.of(new Fact.Approved(authorization, kind, event.amount()));
    }

    private static Optional<Fact> unspent(TransactionType type) {
        assertThat(type.spends()).isFalse();
        return Optional.empty();
    }

    private static Content content(Event event, @Nullable TransferType transfer) {
        return switch (event.name()) {
            case "reversal", "partial_reversal" -> new Content.Reversal(authorization(event), php(0), event.amount());
            case "reversal_of_all" -> new Content.Reversal(null, php(0), event.amount());
            case "advice" -> advice(event, FINAL_AUTHORIZATION, true);
            case "pre_advice" -> advice(event, PRE_AUTHORIZATION, true);
            case "declined_advice" -> advice(event, FINAL_AUTHORIZATION, false);
            case "void" -> new Content.AnswerVoid(authorization(event));
            case "expiry" -> new Content.Expiry(new UUID(0, 0));
            case "unexpiry" -> new Content.Unexpiry(new UUID(0, 0), "operator");
            default -> clearing(event, transfer);
        };
    }

    private static Content advice(Event event, PaymentKind kind, boolean approved) {
        return new Content.Advice(authorization(event), kind, approved, php(event.amount()));
    }

    /** Of what came before, the usual transfer: a dispute's to the customer, whatever else from the customer. */
    private static Content clearing(Event event, @Nullable TransferType transfer) {
        ClearingType type = ClearingType.ofCode(event.name());
        TransferType usual =
                type == ClearingType.CHARGEBACK ? TransferType.CONSUMER_CREDIT : TransferType.CONSUMER_DEBIT;
        return new ClearingRecord(
                        type,
                        transfer == null ? usual : transfer,
                        event.reference(),
                        type.takesBack() ? Objects.requireNonNull(event.ref()) : null,
                        php(event.amount()))
                .content();
    }

    private static UUID authorization(Event event) {
        return UUID.nameUUIDFromBytes(Objects.requireNonNull(event.ref()).getBytes(StandardCharsets.UTF_8));
    }
}
