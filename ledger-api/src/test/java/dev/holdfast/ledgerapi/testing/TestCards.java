package dev.holdfast.ledgerapi.testing;

import dev.holdfast.engine.Engine;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.card.CardFacts;
import dev.holdfast.engine.card.CardIssue;
import dev.holdfast.engine.card.CardIssueOutcome.Issued;
import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.engine.card.EmbossingRecord;
import dev.holdfast.engine.hsm.ServiceCode;
import dev.holdfast.engine.vault.Bin;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** Issues cards to accounts, and knows their numbers. */
public final class TestCards {

    public static final YearMonth EXPIRY = YearMonth.of(2039, 8);

    private static final Bin BIN = new Bin("99999912", 16);

    private final Engine engine;

    public TestCards(Engine engine) {
        this.engine = engine;
    }

    /** An active card. */
    public record TestCard(String account, UUID id, String pan, String cvv2) {}

    public TestCard issue(ApiClient tenant, String account) {
        CardFacts facts = new CardFacts(EXPIRY, 0, ServiceCode.ofStripe("201").orElseThrow());
        CardIssue order = new CardIssue(
                new AccountKey(tenant.tenant().id(), account),
                UUID.randomUUID().toString(),
                BIN,
                1,
                new CardIssue.Terms(facts, CardStatus.ACTIVE, new BillingAddress("1234", "17")));
        Issued issued = (Issued)
                RunningApi.await(engine.cards().issue(order, Instant.now().plusSeconds(30)));
        UUID id = issued.cards().get(0).id();
        try (EmbossingRecord record = RunningApi.await(
                        engine.cards().emboss(tenant.tenant().id(), List.of(id), "test"))
                .get(0)) {
            return new TestCard(
                    account,
                    id,
                    record.pan().digits().reveal(),
                    record.cvv2().digits().reveal());
        }
    }

    public void change(ApiClient tenant, TestCard card, CardStatus to) {
        AccountKey account = new AccountKey(tenant.tenant().id(), card.account());
        RunningApi.await(engine.cards()
                .changeStatus(account, card.id(), to, "test", Instant.now().plusSeconds(30)));
    }
}
