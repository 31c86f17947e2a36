package dev.holdfast.engine.verification;

import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.verification.VerificationReport.Finding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever can write to the database can change the book; verification must find it and say where. */
@TestInstance(Lifecycle.PER_CLASS)
class TamperingIT {

    private static final String VICTIM = "(SELECT account_id FROM account WHERE account_ref = 'victim')";

    /** Each is copied before the tests, to undo what they do. */
    private static final List<String> TABLES = List.of("account", "balance", "hold", "journal", "refusal", "total");

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());

    private String undo = "";
    private String victimId = "";

    @BeforeAll
    void keepABook() {
        engine.open("victim");
        engine.open("bystander");
        engine.open("idle");
        engine.open("saver", "default", "savings");
        post("bystander", "b1");
        String hold = post("victim", "v1");
        Await.on(engine.apply(engine.request(Operation.DEBIT_HOLD, "victim", "v1-capture", 30, hold)));
        Await.on(engine.apply(engine.debit("victim", "v1-debit", 100)));
        Await.on(engine.apply(engine.debit("victim", "v1-refused", 100_000)));
        TABLES.forEach(table -> database.execute("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table));
        undo = TABLES.stream().map(this::undoing).collect(Collectors.joining());
        victimId = database.queryText("SELECT account_id FROM kept_account WHERE account_ref = 'victim'");
    }

    private String post(String account, String key) {
        Await.on(engine.apply(engine.deposit(account, key + "-deposit", 1_000)));
        LedgerOutcome held = Await.on(engine.apply(engine.request(Operation.HOLD, account, key + "-hold", 200, null)));
        UUID hold = Objects.requireNonNull(
                        ((LedgerOutcome.Applied) held).entry().after().hold())
                .id();
        return hold.toString();
    }

    @BeforeEach
    void restore() {
        database.execute(undo);
    }

    private String undoing(String table) {
        String columns = database.queryText("SELECT string_agg(column_name, ', ' ORDER BY ordinal_position)"
                + " FROM information_schema.columns WHERE table_name = '" + table + "' AND is_generated = 'NEVER'");
        return "TRUNCATE " + table + "; INSERT INTO " + table + " (" + columns + ") SELECT " + columns + " FROM kept_"
                + table + ";";
    }

    @Test
    void findsNothingInABookThatNobodyTouched() {
        assertThat(findings()).isEmpty();
    }

    @AfterAll
    void stop() {
        engine.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "journal | amount_minor = amount_minor + 1 | seq = 1",
                "journal | available_after_minor = available_after_minor + 1 | seq = 2",
                "journal | held_after_minor = held_after_minor + 1 | seq = 2",
                "journal | hold_remaining_minor = hold_remaining_minor + 1 | seq = 3",
                "journal | key_digest = gen_random_uuid() | seq = 1",
                "journal | idempotency_key = 'another' | seq = 1",
                "journal | transaction_id = 'another' | seq = 2",
                "journal | transaction_id = NULL | seq = 2",
                "journal | action_ref = 'another' | seq = 4",
                "journal | fingerprint = gen_random_uuid() | seq = 1",
                "journal | posted_at = posted_at - interval '1 microsecond' | seq = 1",
                "journal | currency = 'SGD' | seq = 4",
                "journal | currency = '???' | seq = 4",
                "journal | forced = NOT forced | seq = 4",
                "journal | operation = 8 | seq = 4",
                "journal | operation = 77 | seq = 4",
                "journal | credit_code = 5 | seq = 4",
                "journal | debit_code = 5 | seq = 4",
                "journal | hold_id = gen_random_uuid() | seq = 2",
                "journal | hold_id = NULL | seq = 2",
                "journal | hold_remaining_minor = NULL | seq = 2",
                "journal | chain_hash = sha256('x') | seq = 4",
                "journal | seq = 9 | seq = 4",
                "journal | account_id = gen_random_uuid() | seq = 4",
                "balance | available_minor = available_minor + 1 | true",
                "balance | held_minor = held_minor + 1 | true",
                "balance | seq = seq + 1 | true",
                "balance | chain_hash = sha256('x') | true",
                "balance | currency = 'SGD' | true",
                "hold | authorized_minor = authorized_minor + 1 | true",
                "hold | captured_minor = captured_minor + 1 | true",
                "hold | captured_minor = captured_minor - 1, released_minor = released_minor + 1 | true",
                "hold | released_minor = authorized_minor - captured_minor, status = 'expired', closed_at = now() | true",
                "hold | hold_id = gen_random_uuid() | true",
                "account | account_ref = 'thief' | true",
                "account | tenant_id = 99 | true",
            })
    void findsAnAlteredRowOfTheVictim(String table, String change, String which) {
        int changed = database.execute(
                "UPDATE " + table + " SET " + change + " WHERE account_id = " + VICTIM + " AND " + which);
        assertThat(changed).isEqualTo(1);

        assertThat(findings())
                .isNotEmpty()
                .anyMatch(this::namesTheVictim)
                .noneMatch(finding -> finding.subject().contains("bystander"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "journal | seq = 1",
                "journal | seq = 3",
                "journal | seq = 4",
                "journal | true",
                "balance | true",
                "hold | true",
                "account | true",
            })
    void findsADeletedRowOfTheVictim(String table, String which) {
        assertThat(database.execute("DELETE FROM " + table + " WHERE account_id = " + VICTIM + " AND " + which))
                .isPositive();

        assertThat(findings()).isNotEmpty().anyMatch(this::namesTheVictim);
    }

    @ParameterizedTest
    @CsvSource({
        "debit_minor = debit_minor + 1",
        "credit_minor = credit_minor + 1",
        "debit_minor = debit_minor + 1; credit_minor = credit_minor + 1",
        "open_holds = open_holds + 1",
        "currency = 'SGD'",
    })
    void findsAnAlteredTotal(String change) {
        database.execute("UPDATE total SET " + change.replace(';', ',') + " WHERE code = 2");

        assertThat(findings())
                .isNotEmpty()
                .allMatch(finding -> finding.subject().contains("total"));
    }

    @Test
    void findsADeletedTotal() {
        database.execute("DELETE FROM total WHERE code = 4");

        assertThat(findings()).extracting(Finding::check).contains(Check.TOTALS_MATCH_JOURNAL);
    }

    @Test
    void findsAnAccountThatWasErasedWithAllItsRows() {
        for (String table : List.of("journal", "hold", "balance", "account")) {
            database.execute("DELETE FROM " + table + " WHERE account_id = "
                    + "(SELECT account_id FROM kept_account WHERE account_ref = 'victim')");
        }

        assertThat(findings()).extracting(Finding::check).contains(Check.TOTALS_MATCH_JOURNAL);
    }

    @Test
    void findsAnEntryThatWasAddedConsistentlyButForItsHash() {
        database.execute("INSERT INTO journal (bucket, account_id, balance_no, seq, operation, debit_code, credit_code,"
                + " amount_minor, currency, forced, available_after_minor, held_after_minor, key_digest,"
                + " idempotency_key, fingerprint, posted_at, chain_hash)"
                + " SELECT bucket, account_id, balance_no, seq + 1, 7, 4, 1, 500, currency, false,"
                + " available_minor + 500, held_minor, '" + keyDigest("gift") + "', 'gift',"
                + " gen_random_uuid(), now(), sha256('x') FROM balance WHERE account_id = " + VICTIM);
        database.execute("UPDATE balance SET seq = seq + 1, available_minor = available_minor + 500,"
                + " chain_hash = sha256('x') WHERE account_id = " + VICTIM);
        database.execute("UPDATE total SET debit_minor = debit_minor + 500 WHERE code = 4"
                + " AND bucket = (SELECT bucket FROM account WHERE account_ref = 'victim')");
        database.execute("UPDATE total SET credit_minor = credit_minor + 500 WHERE code = 1"
                + " AND bucket = (SELECT bucket FROM account WHERE account_ref = 'victim')");

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.CHAIN_HOLDS);
            assertThat(namesTheVictim(finding)).isTrue();
        });
    }

    @Test
    void findsAnAccountWithoutEntriesWhoseBalanceWasDeleted() {
        database.execute("DELETE FROM balance WHERE account_id ="
                + " (SELECT account_id FROM account WHERE account_ref = 'idle')");

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.ROWS_BELONG);
            assertThat(finding.subject()).contains("idle");
        });
    }

    @Test
    void findsAKeyThatWasBothPostedAndRefused() {
        database.execute("UPDATE refusal SET idempotency_key = 'v1-debit' WHERE account_id = " + VICTIM);

        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.check()).isEqualTo(Check.ONE_ANSWER_PER_KEY));
    }

    @Test
    void findsBalancesOfOneAccountThatDisagreeOnItsStatus() {
        database.execute("UPDATE balance SET account_status = 'inactive' WHERE balance_ref = 'savings'");

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.ROWS_BELONG);
            assertThat(finding.subject()).isEqualTo("account saver balance savings");
        });
    }

    @Test
    void seesAtAGlanceThatTotalsAreOff() {
        assertThat(Await.on(engine.engine().verifier().glance()).findings()).isEmpty();
        database.execute("UPDATE total SET debit_minor = debit_minor + 1 WHERE code = 3");

        assertThat(Await.on(engine.engine().verifier().glance()).findings()).isNotEmpty();
    }

    /** As the ledger writes it, so that nothing but the hash gives the entry away. */
    private String keyDigest(String idempotencyKey) {
        return Digest.of("key")
                .with(UUID.fromString(victimId))
                .with(idempotencyKey)
                .toUuid()
                .toString();
    }

    private List<Finding> findings() {
        return Await.on(engine.engine().verifier().verify()).findings();
    }

    /** By its reference, or by its id where the row that has the reference is gone. */
    private boolean namesTheVictim(Finding finding) {
        return finding.subject().contains("victim")
                || finding.subject().contains(victimId)
                || finding.detail().contains(victimId);
    }
}
