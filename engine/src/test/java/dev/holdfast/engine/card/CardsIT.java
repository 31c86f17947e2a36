package dev.holdfast.engine.card;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.card.CardIssueOutcome.Issued;
import dev.holdfast.engine.card.CardIssueOutcome.IssuedCard;
import dev.holdfast.engine.card.CardOutcome.Done;
import dev.holdfast.engine.hsm.EncryptedPinBlock;
import dev.holdfast.engine.hsm.Pin;
import dev.holdfast.engine.hsm.PinBlockFormat;
import dev.holdfast.engine.hsm.PinVerdict;
import dev.holdfast.engine.hsm.Pvv;
import dev.holdfast.engine.hsm.ServiceCode;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.Jdbc;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.vault.Bin;
import dev.holdfast.engine.vault.Pan;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Cards through lanes and vault, on PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class CardsIT {

    private final CardRig rig = new CardRig();

    @AfterAll
    void stop() {
        rig.engine.assertVerifies();
        rig.close();
    }

    @Test
    void issuesCardsWithDistinctNumbersUnderTheBin() {
        List<IssuedCard> cards = rig.issued("batch", 300);
        assertThat(cards).hasSize(300).allSatisfy(card -> {
            assertThat(card.maskedNumber()).matches("999999\\*{6}[0-9]{4}");
            assertThat(card.expiry()).isEqualTo(CardRig.FACTS.expiry());
        });
        assertThat(rig.database.queryText("SELECT count(DISTINCT lookup_digest) FROM card_number n JOIN account a"
                        + " USING (account_id) WHERE a.account_ref = 'batch'"))
                .isEqualTo("300");
    }

    @Test
    void answersTheSameOrderWithTheSameCardsHoweverOftenItIsSent() {
        rig.engine.open("again");
        List<Future<CardIssueOutcome>> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sent.add(rig.cards().issue(rig.order("again", "k", 5), TestEngine.deadline()));
        }
        Set<List<IssuedCard>> answers = new HashSet<>();
        sent.forEach(each -> answers.add(((Issued) Await.on(each)).cards()));
        answers.add(((Issued) rig.issue(rig.order("again", "k", 5))).cards());

        assertThat(answers).hasSize(1);
        assertThat(Await.on(rig.cards().cards(rig.engine.key("again"), null, 10)))
                .hasSize(5);
        assertThat(rig.issue(rig.order("again", "k", 6)))
                .isEqualTo(new CardIssueOutcome.Rejected(CardIssueOutcome.Rejection.ISSUE_KEY_REUSED));
    }

    @Test
    void issuesNothingToAnAccountThatDoesNotExist() {
        assertThat(rig.issue(rig.order("nobody", "k", 1)))
                .isEqualTo(new CardIssueOutcome.Rejected(CardIssueOutcome.Rejection.ACCOUNT_NOT_FOUND));
    }

    @Test
    void drawsAgainWhatIsIssuedAlreadyAndStopsWhereABinIsExhausted() {
        rig.engine.open("small");
        Bin small = new Bin("99999812", 12);
        assertThat(rig.issue(rig.order("small", "half", small, 400))).isInstanceOf(Issued.class);
        assertThat(rig.issue(rig.order("small", "more", small, 400))).isInstanceOf(Issued.class);
        assertThat(rig.issue(rig.order("small", "too many", small, 400)))
                .isEqualTo(new CardIssueOutcome.Rejected(CardIssueOutcome.Rejection.BIN_EXHAUSTED));
        assertThat(rig.database.queryText("SELECT count(DISTINCT lookup_digest) FROM card_number n JOIN account a"
                        + " USING (account_id) WHERE a.account_ref = 'small'"))
                .isEqualTo("800");
    }

    @Test
    void issuesToSeveralAccountsAtOnceUpToTheBound() {
        rig.engine.open("left");
        rig.engine.open("right");
        List<CardIssueOutcome> outcomes = Await.on(rig.cards()
                .issueAll(List.of(rig.order("left", "k", 2), rig.order("right", "k", 3)), TestEngine.deadline()));
        assertThat(outcomes).map(each -> ((Issued) each).cards().size()).containsExactly(2, 3);
        assertThatThrownBy(() -> rig.cards()
                        .issueAll(
                                List.of(rig.order("left", "x", 600), rig.order("right", "x", 600)),
                                TestEngine.deadline()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void issuesManySingleOrdersInOneCall() {
        rig.engine.open("singles");
        List<CardIssue> orders = IntStream.range(0, 500)
                .mapToObj(i -> rig.order("singles", "k" + i, 1))
                .toList();

        List<CardIssueOutcome> outcomes = Await.on(rig.cards().issueAll(orders, TestEngine.deadline()));

        List<IssuedCard> cards = outcomes.stream()
                .map(outcome -> ((Issued) outcome).cards().get(0))
                .toList();
        assertThat(cards).hasSize(500).doesNotHaveDuplicates();
        assertThat(Await.on(rig.cards().issueAll(orders, TestEngine.deadline())))
                .map(outcome -> ((Issued) outcome).cards().get(0))
                .isEqualTo(cards);
    }

    @Test
    void countsLookUpsThatFailAndNoOthers() {
        UUID card = rig.issuedOne("counted");
        Pan number = rig.number(card);
        CardOnFile known = Await.on(rig.directory().find(card)).orElseThrow();
        assertThat(Await.on(rig.directory().find(UUID.randomUUID()))).isEmpty();
        assertThat(rig.engine.counted("holdfast.card.lookup.failures")).isZero();

        rig.database.execute(
                "ALTER TABLE card_number RENAME TO card_number_away; ALTER TABLE card RENAME TO card_away");
        try {
            Await.failureOf(rig.directory().find(number));
            Await.failureOf(rig.directory().find(card));
            Await.failureOf(rig.directory().pvv(known));
        } finally {
            rig.database.execute(
                    "ALTER TABLE card_number_away RENAME TO card_number; ALTER TABLE card_away RENAME TO card");
        }

        assertThat(Await.on(rig.directory().find(number))).isPresent();
        assertThat(rig.engine.counted("holdfast.card.lookup.failures")).isEqualTo(3);
    }

    @Test
    void findsACardByItsNumberAloneAndAmongMany() {
        List<IssuedCard> cards = rig.issued("found", 40);
        List<Pan> numbers = cards.stream().map(card -> rig.number(card.id())).toList();
        for (int round = 0; round < 2; round++) {
            List<Future<Optional<CardOnFile>>> found =
                    numbers.stream().map(rig.directory()::find).toList();
            IntStream.range(0, cards.size())
                    .forEach(i -> assertThat(Await.on(found.get(i)))
                            .contains(new CardOnFile(
                                    cards.get(i).id(),
                                    rig.engine.key("found"),
                                    AccountId.of(rig.engine.key("found")),
                                    CardRig.FACTS)));
        }
    }

    @Test
    void findsNoCardForANumberThatWasNeverIssued() {
        assertThat(Await.on(rig.directory().find(Pan.parse("4111111111111111").orElseThrow())))
                .isEmpty();
    }

    @Test
    void changesAStatusAsTheRulesAllowAndKeepsTheReason() {
        UUID card = rig.issuedOne("status");
        assertThat(rig.set("status", card, CardStatus.LOCKED)).isInstanceOf(Done.class);
        assertThat(rig.set("status", card, CardStatus.LOCKED)).isInstanceOf(Done.class);
        assertThat(rig.set("status", card, CardStatus.STOLEN)).isInstanceOf(Done.class);
        assertThat(rig.set("status", card, CardStatus.ACTIVE))
                .isEqualTo(new CardOutcome.Rejected(CardOutcome.Rejection.STATUS_CHANGE_NOT_ALLOWED));
        assertThat(Await.on(rig.cards().card(rig.engine.tenantId(), card))
                        .orElseThrow()
                        .state()
                        .status())
                .isEqualTo(CardStatus.STOLEN);
        assertThat(Jdbc.queryRows(
                        rig.database.url(),
                        "SELECT change_no, from_status, to_status, reason FROM card_status_change WHERE card_id = '"
                                + card + "' ORDER BY 1"))
                .containsExactly(List.of("1", "active", "locked", "test"), List.of("2", "locked", "stolen", "test"));
    }

    @Test
    void doesNotKnowAnotherTenantsOrAccountsCard() {
        UUID card = rig.issuedOne("mine");
        rig.engine.open("other");
        assertThat(rig.set("other", card, CardStatus.LOCKED))
                .isEqualTo(new CardOutcome.Rejected(CardOutcome.Rejection.CARD_NOT_FOUND));
        assertThat(Await.on(rig.cards().card(rig.engine.tenantId() + 1, card))).isEmpty();
        assertThat(Await.on(rig.cards().emboss(rig.engine.tenantId() + 1, List.of(card), "test")))
                .isEmpty();
    }

    @Test
    void setsAPinFromABlockAndInClear() {
        UUID card = rig.issuedOne("pin");
        Pan pan = rig.number(card);
        Pin pin = Pin.parse("4711").orElseThrow();
        CardOnFile onFile = Await.on(rig.directory().find(pan)).orElseThrow();
        assertThat(Await.on(rig.directory().pvv(onFile))).isEmpty();

        EncryptedPinBlock block = rig.hsm.encrypt(pan, pin, PinBlockFormat.ISO_0);
        assertThat(Await.on(rig.cards().setPin(rig.engine.key("pin"), card, block, "holder", TestEngine.deadline())))
                .isInstanceOf(Done.class);
        Pvv first = Await.on(rig.directory().pvv(onFile)).orElseThrow();
        assertThat(rig.hsm.verifyPin(pan, block, first)).isEqualTo(PinVerdict.CORRECT);

        assertThat(Await.on(rig.cards()
                        .setPin(
                                rig.engine.key("pin"),
                                card,
                                Pin.parse("1234").orElseThrow(),
                                "operator",
                                TestEngine.deadline())))
                .isInstanceOf(Done.class);
        assertThat(rig.hsm.verifyPin(
                        pan, block, Await.on(rig.directory().pvv(onFile)).orElseThrow()))
                .isEqualTo(PinVerdict.WRONG);
    }

    @Test
    void refusesAPinBlockOfAnotherCard() {
        UUID card = rig.issuedOne("pin-other");
        Pan other = Pan.parse("4111111111111111").orElseThrow();
        EncryptedPinBlock block = rig.hsm.encrypt(other, Pin.parse("4711").orElseThrow(), PinBlockFormat.ISO_0);
        assertThat(Await.on(
                        rig.cards().setPin(rig.engine.key("pin-other"), card, block, "holder", TestEngine.deadline())))
                .isEqualTo(new CardOutcome.Rejected(CardOutcome.Rejection.PIN_UNREADABLE));
    }

    @Test
    void embossesNumberAndVerificationValueAndNotesWhoAsked() {
        UUID card = rig.issuedOne("emboss");
        try (EmbossingRecord record = Await.on(
                        rig.cards().emboss(rig.engine.tenantId(), List.of(card, UUID.randomUUID()), "bureau 7"))
                .get(0)) {
            assertThat(record.pan().masked())
                    .isEqualTo(Await.on(rig.cards().card(rig.engine.tenantId(), card))
                            .orElseThrow()
                            .maskedNumber());
            assertThat(rig.hsm.verifyCvv(
                            record.pan(), CardRig.FACTS.expiry(), ServiceCode.CARD_NOT_PRESENT, record.cvv2()))
                    .isTrue();
            assertThat(record.toString())
                    .doesNotContain(record.pan().digits().reveal())
                    .doesNotContain(record.cvv2().digits().reveal() + "]");
        }
        assertThat(rig.database.queryText(
                        "SELECT actor || '/' || purpose FROM card_access WHERE card_id = '" + card + "'"))
                .isEqualTo("bureau 7/emboss");
    }

    @Test
    void leavesNoCardNumberInAnyTextColumn() {
        List<String> numbers = rig.issued("canary", 5).stream()
                .map(card -> rig.number(card.id()).digits().reveal())
                .toList();
        List<List<String>> columns = Jdbc.queryRows(
                rig.database.url(),
                "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'");
        assertThat(columns).hasSizeGreaterThan(100);
        for (String number : numbers) {
            for (List<String> column : columns) {
                String table = '"' + column.get(0) + '"';
                String sql = "SELECT count(*) FROM %s WHERE \"%s\"::text LIKE '%%%s%%'";
                assertThat(rig.database.queryText(sql.formatted(table, column.get(1), number)))
                        .as(column.toString())
                        .isEqualTo("0");
            }
        }
    }
}
