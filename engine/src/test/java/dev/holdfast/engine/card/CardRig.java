package dev.holdfast.engine.card;

import dev.holdfast.engine.card.CardIssueOutcome.Issued;
import dev.holdfast.engine.card.CardIssueOutcome.IssuedCard;
import dev.holdfast.engine.hsm.ExpiryOrder;
import dev.holdfast.engine.hsm.HsmKeys;
import dev.holdfast.engine.hsm.ServiceCode;
import dev.holdfast.engine.hsm.SoftwareHsm;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.vault.Bin;
import dev.holdfast.engine.vault.KeyRing;
import dev.holdfast.engine.vault.Pan;
import dev.holdfast.engine.vault.Pans;
import dev.holdfast.engine.vault.VaultKeys;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** An engine with keys that the test knows, and the requests for cards that tests make most. */
final class CardRig implements AutoCloseable {

    static final Bin BIN = new Bin("999999", 16);
    static final CardFacts FACTS =
            new CardFacts(YearMonth.of(2031, 8), 1, ServiceCode.ofStripe("201").orElseThrow());

    final SecureRandom random = new SecureRandom();
    final VaultKeys keys = new VaultKeys(KeyRing.generate(random), random);
    final SoftwareHsm hsm = new SoftwareHsm(HsmKeys.generate(random), ExpiryOrder.MMYY, random);
    final TestDatabase database = TestDatabase.migrated();
    final TestEngine engine = TestEngine.start(database.url(), new CardDoors.Secrets(keys, hsm));

    Cards cards() {
        return engine.engine().cards();
    }

    CardDirectory directory() {
        return engine.engine().cardDirectory();
    }

    CardIssue order(String account, String key, int count) {
        return order(account, key, BIN, count);
    }

    CardIssue order(String account, String key, Bin bin, int count) {
        return new CardIssue(
                engine.key(account),
                key,
                bin,
                count,
                new CardIssue.Terms(FACTS, CardStatus.ACTIVE, new BillingAddress("SW1A 1AA", "10")));
    }

    CardIssueOutcome issue(CardIssue order) {
        return Await.on(cards().issue(order, TestEngine.deadline()));
    }

    /** Opens an account and issues active cards to it. */
    List<IssuedCard> issued(String account, int count) {
        engine.open(account);
        return ((Issued) issue(order(account, "first", count))).cards();
    }

    UUID issuedOne(String account) {
        return issued(account, 1).get(0).id();
    }

    CardOutcome set(String account, UUID card, CardStatus to) {
        return Await.on(cards().changeStatus(engine.key(account), card, to, "test", TestEngine.deadline()));
    }

    /** The card's number, as its embossing record has it. */
    Pan number(UUID card) {
        EmbossingRecord record = Await.on(cards().emboss(engine.tenantId(), List.of(card), "test"))
                .get(0);
        return Pans.pan(record.pan().digits().reveal());
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}
