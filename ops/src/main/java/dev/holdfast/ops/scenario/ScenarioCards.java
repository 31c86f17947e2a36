package dev.holdfast.ops.scenario;

import dev.holdfast.engine.Engine;
import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.account.AccountOutcome;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.card.CardFacts;
import dev.holdfast.engine.card.CardIssue;
import dev.holdfast.engine.card.CardIssueOutcome.Issued;
import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.engine.card.EmbossingRecord;
import dev.holdfast.engine.hsm.ServiceCode;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.vault.Bin;
import dev.holdfast.ops.system.StartException.Part;
import dev.holdfast.ops.system.Waiting;
import dev.holdfast.simulator.network.card.CardCondition;
import dev.holdfast.simulator.network.card.Embossing;
import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.scenario.Scenario;
import io.vertx.core.Future;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes a scenario's accounts and cards in a real engine. */
public final class ScenarioCards {

    private static final Waiting WAITING = new Waiting(Part.DATABASE, Duration.ofMinutes(1));

    private static final YearMonth EXPIRY = YearMonth.of(2049, 12);
    private static final YearMonth PAST = YearMonth.of(2020, 1);

    private final Engine engine;
    private final int tenant;
    private final String prefix;

    /** @param prefix of the accounts' references */
    public ScenarioCards(Engine engine, int tenant, String prefix) {
        this.engine = engine;
        this.tenant = tenant;
        this.prefix = prefix;
    }

    /** Makes them, and returns the cards by their names in the scenario. Blocks. */
    public Map<String, TestCard> make(Scenario scenario) {
        scenario.accounts().forEach(this::open);
        Map<String, TestCard> cards = new HashMap<>();
        for (Scenario.Card card : scenario.cards()) {
            cards.put(card.name(), issue(card, scenario.accountOf(card.name()).currency()));
        }
        return cards;
    }

    private AccountKey key(String account) {
        return new AccountKey(tenant, prefix + account);
    }

    private void open(Scenario.Account account) {
        Currency currency = Currency.of(account.currency().getCurrencyCode());
        AccountOpening.NewBalance balance = new AccountOpening.NewBalance("default", currency, account.creditLimit());
        AccountOutcome opened =
                await(engine.accounts().open(new AccountOpening(key(account.name()), List.of(balance)), deadline()));
        if (!(opened instanceof AccountOutcome.Done)) {
            throw new IllegalStateException("not opened: " + opened);
        }
        if (account.available() > 0) {
            await(engine.ledger()
                    .apply(
                            new LedgerRequest(
                                    Operation.DEPOSIT,
                                    key(account.name()),
                                    new References("funding", null, "funding"),
                                    new Money(account.available(), currency),
                                    null,
                                    false),
                            deadline()));
        }
    }

    private TestCard issue(Scenario.Card card, java.util.Currency currency) {
        boolean expired = card.condition() == CardCondition.EXPIRED;
        CardStatus first = card.condition() == CardCondition.NOT_ACTIVE ? CardStatus.INACTIVE : CardStatus.ACTIVE;
        CardFacts facts = new CardFacts(
                expired ? PAST : EXPIRY, 1, ServiceCode.ofStripe("201").orElseThrow());
        CardIssue order = new CardIssue(
                key(card.account()),
                card.name(),
                new Bin("999999", 16),
                1,
                new CardIssue.Terms(facts, first, new BillingAddress("1200", "42")));
        Issued issued = (Issued) await(engine.cards().issue(order, deadline()));
        UUID id = issued.cards().get(0).id();
        CardStatus status = status(card.condition());
        if (status != first) {
            await(engine.cards().changeStatus(key(card.account()), id, status, "scenario", deadline()));
        }
        try (EmbossingRecord record =
                await(engine.cards().emboss(tenant, List.of(id), "scenario")).get(0)) {
            Embossing embossing = new Embossing(
                    record.pan().digits().reveal(),
                    String.format(
                            "%02d%02d",
                            facts.expiry().getYear() % 100, facts.expiry().getMonthValue()),
                    record.cvv2().digits().reveal());
            return new TestCard(id.toString(), key(card.account()).ref(), embossing, currency, card.condition());
        }
    }

    private static CardStatus status(CardCondition condition) {
        return switch (condition) {
            case ACTIVE, EXPIRED -> CardStatus.ACTIVE;
            case NOT_ACTIVE -> CardStatus.INACTIVE;
            case CLOSED -> CardStatus.CLOSED;
            case LOST -> CardStatus.LOST;
            case STOLEN -> CardStatus.STOLEN;
            case LOCKED -> CardStatus.LOCKED;
            case UNKNOWN -> throw new IllegalArgumentException("a card that is not there is not issued");
        };
    }

    private static Instant deadline() {
        return Instant.now().plusSeconds(30);
    }

    private static <T> T await(Future<T> future) {
        return WAITING.forResult(future, "making accounts and cards");
    }
}
