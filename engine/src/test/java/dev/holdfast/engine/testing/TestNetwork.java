package dev.holdfast.engine.testing;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.authorization.AuthorizationRequest;
import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.card.CardFacts;
import dev.holdfast.engine.card.CardIssue;
import dev.holdfast.engine.card.CardIssueOutcome.Issued;
import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.engine.card.EmbossingRecord;
import dev.holdfast.engine.control.Acceptance;
import dev.holdfast.engine.control.Channel;
import dev.holdfast.engine.control.EntryMode;
import dev.holdfast.engine.control.Merchant;
import dev.holdfast.engine.hsm.ServiceCode;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.network.Arrival;
import dev.holdfast.engine.network.Content;
import dev.holdfast.engine.network.HostAnswer;
import dev.holdfast.engine.network.Links;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.network.MessageOutcome;
import dev.holdfast.engine.network.Place;
import dev.holdfast.engine.network.Presented;
import dev.holdfast.engine.network.Timing;
import dev.holdfast.engine.network.Trace;
import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.engine.program.ProgramSettings;
import dev.holdfast.engine.vault.Bin;
import dev.holdfast.engine.vault.Pan;
import io.vertx.core.Future;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A card network before an engine: cards with money, and messages about them. */
public final class TestNetwork {

    public static final YearMonth EXPIRY = YearMonth.of(2039, 12);
    private static final Bin BIN = new Bin("99999912", 16);
    private static final DateTimeFormatter DE7 =
            DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneOffset.UTC);
    private static final AtomicInteger TRACES = new AtomicInteger();

    /** Cards that are made at a time: fewer than may wait for a connection. */
    private static final int TOGETHER = 50;

    private final TestEngine engine;

    public TestNetwork(TestEngine engine) {
        this.engine = engine;
    }

    /** A card of an account of its own. */
    public record TestCard(String account, UUID id, Pan pan) {}

    /** Opens an account in PHP with this much on it, and issues an active card. */
    public TestCard card(String account, long minor) {
        engine.open(account);
        if (minor > 0) {
            Await.on(engine.apply(engine.deposit(account, "fund", minor)));
        }
        return another(account, "card");
    }

    /** Issues another active card of an account. */
    public TestCard another(String account, String key) {
        Issued issued = (Issued) Await.on(engine.engine().cards().issue(order(account, key), TestEngine.deadline()));
        return embossed(Map.of(issued.cards().get(0).id(), account)).get(0);
    }

    private CardIssue order(String account, String key) {
        CardFacts facts = new CardFacts(EXPIRY, 0, ServiceCode.ofStripe("201").orElseThrow());
        return new CardIssue(
                engine.key(account),
                key,
                BIN,
                1,
                new CardIssue.Terms(facts, CardStatus.ACTIVE, new BillingAddress("1234", "17")));
    }

    /** Opens so many accounts, each with this much on it and a card, all at once. */
    public List<TestCard> cards(String prefix, int count, long minor) {
        List<String> accounts =
                IntStream.range(0, count).mapToObj(i -> prefix + "-" + i).toList();
        await(accounts.stream()
                .map(account -> engine.engine()
                        .accounts()
                        .open(TestEngine.opening(engine.key(account)), TestEngine.deadline())));
        await(accounts.stream().map(account -> engine.apply(engine.deposit(account, "fund", minor))));
        List<Issued> issued = new ArrayList<>();
        for (int from = 0; from < count; from += TOGETHER) {
            issued.addAll(await(accounts.subList(from, Math.min(count, from + TOGETHER)).stream()
                    .map(account -> engine.engine().cards().issue(order(account, "card"), TestEngine.deadline()))
                    .map(issue -> issue.map(Issued.class::cast))));
        }
        Map<UUID, String> owners = new HashMap<>();
        for (int i = 0; i < count; i++) {
            owners.put(issued.get(i).cards().get(0).id(), accounts.get(i));
        }
        return embossed(owners);
    }

    private static <T> List<T> await(Stream<Future<T>> futures) {
        return futures.toList().stream().map(Await::on).toList();
    }

    private List<TestCard> embossed(Map<UUID, String> owners) {
        List<UUID> ids = List.copyOf(owners.keySet());
        List<TestCard> cards = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += TOGETHER) {
            List<UUID> some = ids.subList(from, Math.min(ids.size(), from + TOGETHER));
            for (EmbossingRecord record : Await.on(engine.engine().cards().emboss(engine.tenantId(), some, "test"))) {
                try (record) {
                    cards.add(card(Objects.requireNonNull(owners.get(record.cardId())), record));
                }
            }
        }
        return cards;
    }

    private static TestCard card(String account, EmbossingRecord record) {
        return new TestCard(
                account,
                record.cardId(),
                Pan.parse(record.pan().digits().reveal()).orElseThrow());
    }

    /** Gives every decision half a minute: for tests that are not about deadlines and keep the engine busy. */
    public void patient() {
        ProgramSettings settings = ProgramSettings.DEFAULTS;
        Await.on(engine.engine()
                .programs()
                .change(
                        engine.tenantId(),
                        new ProgramSettings(
                                Duration.ofSeconds(30),
                                settings.fallback(),
                                settings.lifetimes(),
                                settings.partialApproval(),
                                settings.tolerances(),
                                settings.zone()),
                        0));
    }

    public Trace trace() {
        String number = String.format("%06d", TRACES.incrementAndGet() % 1_000_000);
        return new Trace(number, DE7.format(Instant.now()), "400123", "");
    }

    public static Amounts php(long minor) {
        return Amounts.of(new Money(minor, TestEngine.PHP));
    }

    /** A purchase, or a pre-authorization of one. */
    public static Arrival.ContentOf request(Trace trace, PaymentKind kind, long minor) {
        return request(trace, new AuthorizationRequest(TransactionType.PURCHASE, kind, false, false, php(minor)));
    }

    public static Arrival.ContentOf increment(Trace trace, PaymentKind kind, long minor) {
        return request(trace, new AuthorizationRequest(TransactionType.PURCHASE, kind, true, false, php(minor)));
    }

    public static Arrival.ContentOf request(Trace trace, AuthorizationRequest asked) {
        return (card, credentials) -> new Content.Request(trace.authorization(card), asked, false, credentials);
    }

    /** Makes a message of a card at one shop, sent now. */
    public Arrival arrival(
            TestCard card, MessageFunction function, Trace trace, String networkId, Arrival.ContentOf content) {
        Instant now = Instant.now();
        Place place = new Place(
                new Merchant("SHOP", 5411, "PH"),
                "T1",
                "A shop",
                new Acceptance(TestEngine.PHP, Channel.POINT_OF_SALE, EntryMode.CHIP));
        return new Arrival(
                function,
                false,
                trace,
                "R" + trace.number(),
                new Presented(null, card.pan(), null, EXPIRY, null, null, null),
                new Links("test", networkId, "", "", "R" + trace.number()),
                place,
                content,
                new Timing(now, now));
    }

    /** The same message with the network's ids that it carries, sent at this time. */
    public static Arrival with(Arrival arrival, Links links, Instant sentAt) {
        return new Arrival(
                arrival.function(),
                arrival.repeat(),
                arrival.trace(),
                arrival.retrieval(),
                arrival.presented(),
                links,
                arrival.place(),
                arrival.content(),
                new Timing(sentAt, Instant.now()));
    }

    /** The same message, sent now. */
    public static Arrival now(Arrival arrival) {
        return with(arrival, arrival.links(), Instant.now());
    }

    public Future<HostAnswer> submit(Arrival arrival) {
        return engine.engine().networkHost().answer(arrival);
    }

    public MessageOutcome send(Arrival arrival) {
        return Await.on(submit(arrival)).outcome();
    }

    public MessageOutcome send(
            TestCard card, MessageFunction function, Trace trace, String networkId, Arrival.ContentOf content) {
        return send(arrival(card, function, trace, networkId, content));
    }

    public MessageOutcome authorize(TestCard card, Trace trace, String networkId, PaymentKind kind, long minor) {
        return send(card, MessageFunction.AUTHORIZATION, trace, networkId, request(trace, kind, minor));
    }

    public MessageOutcome increment(TestCard card, Trace trace, String networkId, PaymentKind kind, long minor) {
        return send(card, MessageFunction.AUTHORIZATION, trace, networkId, increment(trace, kind, minor));
    }

    public MessageOutcome reverse(TestCard card, Trace original, String networkId, long left) {
        Trace own = trace();
        return send(
                card,
                MessageFunction.REVERSAL_ADVICE,
                own,
                networkId,
                (id, credentials) -> new Content.Reversal(original.authorization(id), php(0), left));
    }

    public MessageOutcome state(TestCard card, String networkId, Content content) {
        return send(card, MessageFunction.CLEARING, trace(), networkId, (id, credentials) -> content);
    }
}
