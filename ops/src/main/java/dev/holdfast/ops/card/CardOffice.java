package dev.holdfast.ops.card;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.engine.Engine;
import dev.holdfast.engine.EngineOptions;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.card.CardDoors;
import dev.holdfast.engine.card.CardIssue;
import dev.holdfast.engine.card.CardIssueOutcome;
import dev.holdfast.engine.card.CardIssueOutcome.IssuedCard;
import dev.holdfast.engine.card.CardView;
import dev.holdfast.engine.card.Cards;
import dev.holdfast.engine.card.EmbossingRecord;
import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.tenant.Tenant;
import dev.holdfast.ops.keys.KeyDirectory;
import dev.holdfast.ops.keys.OwnerOnlyFile;
import dev.holdfast.ops.system.StartException;
import dev.holdfast.ops.system.VertxInstance;
import dev.holdfast.ops.system.Waiting;
import dev.holdfast.simulator.network.card.PinBlocks;
import dev.holdfast.simulator.network.card.TestCard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/** An engine of its own, with one lane, for as long as a command runs. Its methods block. */
public final class CardOffice implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern("yyMM");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** A hundred thousand accounts take some minutes. */
    private static final Waiting MAKING = new Waiting(StartException.Part.DATABASE, Duration.ofMinutes(20));

    private static final Waiting WAITING = new Waiting(StartException.Part.DATABASE, LIMIT);

    private final Vertx vertx;
    private final CardDoors.Secrets secrets;
    private final Engine engine;

    private CardOffice(Vertx vertx, CardDoors.Secrets secrets, Engine engine) {
        this.vertx = vertx;
        this.secrets = secrets;
        this.engine = engine;
    }

    /**
     * Connects to a migrated database.
     *
     * @throws StartException if it cannot be reached
     */
    public static CardOffice open(DatabaseUrl database, KeyDirectory keys) {
        CardDoors.Secrets secrets = keys.open();
        LaneOptions usual = LaneOptions.DEFAULTS;
        LaneOptions oneLane = new LaneOptions(
                1, usual.queueLimit(), usual.batchLimit(), usual.batchTimeout(), usual.resolvePatience());
        EngineOptions options = new EngineOptions(database, oneLane, 1, LIMIT, secrets);
        Vertx vertx = VertxInstance.make();
        try {
            Engine engine = WAITING.forResult(
                    Engine.start(vertx, options, new SimpleMeterRegistry()), "connecting to " + database);
            return new CardOffice(vertx, secrets, engine);
        } catch (RuntimeException e) {
            WAITING.forResult(vertx.close(), "closing Vert.x");
            throw e;
        }
    }

    /** What is done with it goes beside the running servers. */
    public Engine engine() {
        return engine;
    }

    CardDoors.Secrets secrets() {
        return secrets;
    }

    /** Waits for a minute at most. */
    public <T> T await(Future<T> future, String what) {
        return WAITING.forResult(future, what);
    }

    /**
     * Finds a tenant.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Tenant tenant(String name) {
        return await(engine.tenants().find(name), "looking for the tenant")
                .orElseThrow(() -> new IllegalArgumentException("there is no tenant " + name));
    }

    /**
     * Issues an order's cards.
     *
     * @throws IllegalArgumentException if the order is rejected
     */
    public List<IssuedCard> issue(CardIssue order) {
        CardIssueOutcome outcome =
                await(engine.cards().issue(order, Instant.now().plus(LIMIT)), "issuing cards");
        return outcome.fold(CardIssueOutcome.Issued::cards, rejected -> {
            throw new IllegalArgumentException(
                    switch (rejected.reason()) {
                        case ACCOUNT_NOT_FOUND ->
                            "there is no account " + order.account().ref();
                        case ISSUE_KEY_REUSED -> "--key " + order.key() + " was used for another order";
                        case BIN_EXHAUSTED -> "the BIN has too few numbers left";
                    });
        });
    }

    /** The first {@link Cards#MAX_CARDS} cards of an account. */
    public List<CardView> cards(AccountKey account) {
        return await(engine.cards().cards(account, null, Cards.MAX_CARDS), "reading the cards");
    }

    /**
     * Writes what a card bureau needs into a new file that only its owner can read, a JSON object a line.
     *
     * @param actor who asks, for the record of accesses
     * @return how many cards it holds
     * @throws IllegalArgumentException if a card is not there, or the file cannot be made
     */
    public int emboss(Tenant tenant, List<UUID> cards, String actor, Path file) {
        List<EmbossingRecord> records = await(engine.cards().emboss(tenant.id(), cards, actor), "opening card numbers");
        try {
            if (records.size() < cards.size()) {
                throw new IllegalArgumentException((cards.size() - records.size()) + " of the cards are not there");
            }
            StringBuilder lines = new StringBuilder();
            records.forEach(record -> lines.append(line(record)).append('\n'));
            OwnerOnlyFile.create(file, lines.toString());
            return records.size();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot make " + file + ": " + e, e);
        } finally {
            records.forEach(EmbossingRecord::close);
        }
    }

    /**
     * Makes accounts and cards for a simulated network, and writes what it needs into a new file that only its owner can
     * read, a JSON object a line.
     *
     * @return how many cards it holds
     * @throws IllegalArgumentException if the file cannot be made
     */
    public int trial(Tenant tenant, TrialCards.Plan plan, Path file) {
        List<TestCard> cards = trial(tenant, plan);
        StringBuilder lines = new StringBuilder();
        cards.forEach(card -> lines.append(line(card)).append('\n'));
        try {
            OwnerOnlyFile.create(file, lines.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot make " + file + ": " + e, e);
        }
        return cards.size();
    }

    /** Makes accounts and cards for a simulated network. */
    public List<TestCard> trial(Tenant tenant, TrialCards.Plan plan) {
        Instant deadline = Instant.now().plus(MAKING.limit());
        return MAKING.forResult(TrialCards.make(engine, secrets.hsm(), tenant.id(), plan, deadline), "making cards");
    }

    private static String line(TestCard card) {
        ObjectNode line = JSON.createObjectNode()
                .put("card_id", card.cardId())
                .put("account_ref", card.accountRef())
                .put("pan", card.embossing().pan())
                .put("expiry", card.embossing().expiry())
                .put("cvv2", card.embossing().cvv2())
                .put("currency", card.currency().getCurrencyCode());
        PinBlocks pin = card.pin();
        return (pin == null ? line : line.put("pin_block", pin.right()).put("wrong_pin_block", pin.wrong())).toString();
    }

    private static String line(EmbossingRecord record) {
        return JSON.createObjectNode()
                .put("card_id", record.cardId().toString())
                .put("account_ref", record.accountRef())
                .put("pan", record.pan().digits().reveal())
                .put("expiry", EXPIRY.format(record.facts().expiry()))
                .put("sequence", record.facts().sequence())
                .put("service_code", record.facts().serviceCode().digits())
                .put("cvv2", record.cvv2().digits().reveal())
                .toString();
    }

    @Override
    public void close() {
        WAITING.forResult(engine.close().eventually(vertx::close), "disconnecting");
    }
}
