package dev.holdfast.ops.keys;

import dev.holdfast.engine.Engine;
import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.card.CardFacts;
import dev.holdfast.engine.card.CardIssue;
import dev.holdfast.engine.card.CardIssueOutcome.Issued;
import dev.holdfast.engine.card.CardOnFile;
import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.engine.card.EmbossingRecord;
import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.engine.hsm.ServiceCode;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.LogLines;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.vault.Bin;
import dev.holdfast.engine.vault.Pan;
import dev.holdfast.ops.Holdfast;
import dev.holdfast.ops.system.HoldfastSystem;
import dev.holdfast.ops.testing.TestConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/** Two servers on one database and one directory of keys, while the keys change under them. */
class KeyWatchIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    private static final String ACCOUNT = "alice";

    private final StringWriter said = new StringWriter();
    private final Path keys;
    private final Path configuration;
    private HoldfastSystem one;
    private HoldfastSystem other;
    private int orders;

    KeyWatchIT(@TempDir Path directory) throws IOException {
        keys = directory.resolve("keys");
        DatabaseUrl url = DATABASE.url();
        configuration = Files.writeString(
                directory.resolve("holdfast.properties"),
                "DATABASE_URL=postgresql://%s:%s@%s:%d/%s%nHOLDFAST_KEYS=%s%n"
                        .formatted(url.user(), url.password(), url.host(), url.port(), url.database(), keys));
    }

    @BeforeEach
    void start() {
        Map<String, String> settings = Map.of("HOLDFAST_KEYS", keys.toString());
        one = HoldfastSystem.start(TestConfiguration.on(DATABASE.url(), settings));
        other = HoldfastSystem.start(TestConfiguration.on(DATABASE.url(), settings));
        AccountOpening.NewBalance balance = new AccountOpening.NewBalance("default", Currency.of("PHP"), 0);
        Await.on(one.engine().accounts().open(new AccountOpening(account(), List.of(balance)), TestEngine.deadline()));
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        DATABASE.execute("TRUNCATE card, card_number, card_issue");
    }

    @Test
    void opensAndFindsWhatTheOtherHasSealedBeforeDuringAndAfterAChangeOfKeys() {
        UUID before = issueByOneOpenByTheOther();

        issueWhile("rotate", "encryption");
        issueWhile("rotate", "lookup");
        UUID after = issueByOneOpenByTheOther();
        issueWhile("retire", "encryption", "1");
        issueWhile("retire", "lookup", "1");

        assertThat(DATABASE.queryText(
                        "SELECT count(*) FROM card_number WHERE encryption_key_no <> 2" + " OR lookup_key_no <> 2"))
                .isEqualTo("0");
        for (HoldfastSystem system : List.of(one, other)) {
            assertThat(number(system, before)).isNotEqualTo(number(system, after));
        }
        issueByOneOpenByTheOther();
    }

    @Test
    void goesOnWithItsKeysWhileTheFileIsOfNoUseAndSaysSoOnce() throws IOException {
        Path file = keys.resolve("vault.keys");
        String before = Files.readString(file);
        try (LogLines lines = new LogLines()) {
            OwnerOnlyFile.replace(file, "no keys at all");
            Await.until("both have seen it", () -> refusals(lines) == 2);
            issueByOneOpenByTheOther();
            issueByOneOpenByTheOther();

            OwnerOnlyFile.replace(file, before);
            issueWhile("rotate", "encryption");

            assertThat(refusals(lines)).isEqualTo(2);
            assertThat(lines.texts()).noneMatch(text -> text.contains("no keys at all"));
        }
        assertThat(encryptionKey(issueByOneOpenByTheOther())).isEqualTo("2");
    }

    private static long refusals(LogLines lines) {
        return lines.texts().stream()
                .filter(text -> text.startsWith("the changed keys are not used"))
                .count();
    }

    /** Both servers go on while the command is at work. */
    private void issueWhile(String... command) {
        CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(() -> execute(command));
        do {
            issueByOneOpenByTheOther();
        } while (!exit.isDone());
        assertThat(exit.join()).as(said.toString()).isZero();
    }

    private int execute(String... command) {
        PrintWriter terminal = new PrintWriter(said, true);
        String[] all = new String[command.length + 3];
        all[0] = "keys";
        System.arraycopy(command, 0, all, 1, command.length);
        all[command.length + 1] = "--config";
        all[command.length + 2] = configuration.toString();
        return Holdfast.commandLine().setOut(terminal).setErr(terminal).execute(all);
    }

    /** Turn about: each issues what the other opens and finds. */
    private UUID issueByOneOpenByTheOther() {
        boolean turn = orders % 2 == 0;
        UUID card = issue(turn ? one : other);
        HoldfastSystem reader = turn ? other : one;
        Pan number = Pan.parse(number(reader, card)).orElseThrow();
        assertThat(Await.on(reader.engine().cardDirectory().find(number)).map(CardOnFile::cardId))
                .contains(card);
        return card;
    }

    private UUID issue(HoldfastSystem system) {
        CardFacts facts = new CardFacts(
                YearMonth.of(2049, 12), 1, ServiceCode.ofStripe("201").orElseThrow());
        CardIssue order = new CardIssue(
                account(),
                "order-" + orders++,
                new Bin("999999", 16),
                1,
                new CardIssue.Terms(facts, CardStatus.ACTIVE, new BillingAddress("1200", "42")));
        Issued issued = (Issued) Await.on(system.engine().cards().issue(order, TestEngine.deadline()));
        return issued.cards().get(0).id();
    }

    private String number(HoldfastSystem system, UUID card) {
        try (EmbossingRecord record = Await.on(
                        system.engine().cards().emboss(account().tenantId(), List.of(card), "test"))
                .get(0)) {
            return record.pan().digits().reveal();
        }
    }

    private static String encryptionKey(UUID card) {
        return DATABASE.queryText("SELECT encryption_key_no FROM card_number WHERE card_id = '" + card + "'");
    }

    private AccountKey account() {
        Engine engine = one.engine();
        return new AccountKey(
                Await.on(engine.tenants().authenticate(TestConfiguration.KEY))
                        .orElseThrow()
                        .id(),
                ACCOUNT);
    }
}
