package dev.holdfast.ops.card;

import dev.holdfast.engine.Engine;
import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.card.CardFacts;
import dev.holdfast.engine.card.CardIssue;
import dev.holdfast.engine.card.CardIssueOutcome;
import dev.holdfast.engine.card.CardOutcome;
import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.engine.card.EmbossingRecord;
import dev.holdfast.engine.hsm.Hsm;
import dev.holdfast.engine.hsm.Pin;
import dev.holdfast.engine.hsm.PinBlockFormat;
import dev.holdfast.engine.hsm.ServiceCode;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.vault.Bin;
import dev.holdfast.engine.vault.Pan;
import dev.holdfast.simulator.network.card.Embossing;
import dev.holdfast.simulator.network.card.PinBlocks;
import dev.holdfast.simulator.network.card.TestCard;
import io.vertx.core.Future;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Accounts with money and a card each, for a simulated network to pay with. The same again gives the same cards. */
public final class TrialCards {

    /** Which cards. {@code prefix} and a number make an account's reference. */
    public record Plan(String prefix, int count, Currency currency, long fundingMinor) {}

    /** Enough to share the lanes' batches, and few enough to leave their queues to others. */
    private static final int AT_ONCE = 20;

    /** No network routes it. */
    private static final Bin BIN = new Bin("999999", 16);

    /** Of all of them: they pay with nobody's money. */
    private static final String PIN = "4321";

    private static final String WRONG_PIN = "1234";

    private static final YearMonth EXPIRY = YearMonth.of(2049, 12);
    private static final DateTimeFormatter EMBOSSED = DateTimeFormatter.ofPattern("yyMM");
    private static final ServiceCode SERVICE_CODE = ServiceCode.ofStripe("201").orElseThrow();

    private final Engine engine;
    private final Hsm hsm;
    private final int tenant;
    private final Plan plan;
    private final Instant deadline;
    private final List<TestCard> made = new ArrayList<>();

    private TrialCards(Engine engine, Hsm hsm, int tenant, Plan plan, Instant deadline) {
        this.engine = engine;
        this.hsm = hsm;
        this.tenant = tenant;
        this.plan = plan;
        this.deadline = deadline;
    }

    /**
     * Makes them, a few at a time.
     *
     * @param hsm which encrypts their PINs as a terminal does
     */
    public static Future<List<TestCard>> make(Engine engine, Hsm hsm, int tenant, Plan plan, Instant deadline) {
        return new TrialCards(engine, hsm, tenant, plan, deadline).from(0);
    }

    private Future<List<TestCard>> from(int first) {
        if (first >= plan.count()) {
            return Future.succeededFuture(List.copyOf(made));
        }
        int end = Math.min(plan.count(), first + AT_ONCE);
        List<AccountKey> accounts = IntStream.range(first, end)
                .mapToObj(number -> new AccountKey(tenant, plan.prefix() + number))
                .toList();
        return all(accounts, this::open)
                .compose(opened -> all(accounts, this::fund))
                .compose(funded -> issue(accounts))
                .compose(this::emboss)
                .compose(embossed -> from(end));
    }

    private static Future<Void> all(List<AccountKey> accounts, Function<AccountKey, Future<?>> each) {
        return Future.all(accounts.stream().map(each).toList()).mapEmpty();
    }

    private Future<?> open(AccountKey account) {
        AccountOpening.NewBalance balance =
                new AccountOpening.NewBalance(AccountOpening.DEFAULT_BALANCE_REF, plan.currency(), 0);
        return engine.accounts().open(new AccountOpening(account, List.of(balance)), deadline);
    }

    private Future<?> fund(AccountKey account) {
        Money amount = new Money(plan.fundingMinor(), plan.currency());
        References references = new References("trial-funding", null, "trial-funding");
        return engine.ledger()
                .apply(new LedgerRequest(Operation.DEPOSIT, account, references, amount, null, false), deadline);
    }

    private Future<List<UUID>> issue(List<AccountKey> accounts) {
        CardIssue.Terms terms = new CardIssue.Terms(
                new CardFacts(EXPIRY, 1, SERVICE_CODE), CardStatus.ACTIVE, new BillingAddress("1200", "42"));
        List<CardIssue> orders = accounts.stream()
                .map(account -> new CardIssue(account, "trial", BIN, 1, terms))
                .toList();
        return engine.cards()
                .issueAll(orders, deadline)
                .map(outcomes -> outcomes.stream()
                        .flatMap(outcome -> outcome
                                .fold(CardIssueOutcome.Issued::cards, rejected -> {
                                    throw new IllegalStateException("a card was not issued: " + rejected.reason());
                                })
                                .stream())
                        .map(CardIssueOutcome.IssuedCard::id)
                        .toList());
    }

    private Future<Void> emboss(List<UUID> cards) {
        return engine.cards().emboss(tenant, cards, "trial").compose(records -> {
            List<Future<?>> pins = new ArrayList<>();
            for (EmbossingRecord record : records) {
                made.add(card(record).withPin(pinBlocks(record.pan())));
                pins.add(setPin(record));
                record.close();
            }
            return Future.all(pins).mapEmpty();
        });
    }

    /** Sets it again for a card that has it, which forgets how often it was wrong. */
    private Future<?> setPin(EmbossingRecord record) {
        Pin pin = Pin.parse(PIN).orElseThrow();
        AccountKey account = new AccountKey(tenant, record.accountRef());
        return engine.cards()
                .setPin(account, record.cardId(), pin, "trial", deadline)
                .onComplete(set -> pin.close())
                .map(outcome -> {
                    if (outcome instanceof CardOutcome.Rejected rejected) {
                        throw new IllegalStateException("a PIN was not set: " + rejected.reason());
                    }
                    return outcome;
                });
    }

    private PinBlocks pinBlocks(Pan pan) {
        return new PinBlocks(pinBlock(pan, PIN), pinBlock(pan, WRONG_PIN));
    }

    private String pinBlock(Pan pan, String digits) {
        try (Pin pin = Pin.parse(digits).orElseThrow()) {
            byte[] block = hsm.encrypt(pan, pin, PinBlockFormat.ISO_0).toBytes();
            return HexFormat.of().withUpperCase().formatHex(block);
        }
    }

    private TestCard card(EmbossingRecord record) {
        Embossing embossing = new Embossing(
                record.pan().digits().reveal(),
                EMBOSSED.format(record.facts().expiry()),
                record.cvv2().digits().reveal());
        return new TestCard(
                record.cardId().toString(),
                record.accountRef(),
                embossing,
                java.util.Currency.getInstance(plan.currency().code()));
    }
}
