package dev.holdfast.engine;

import dev.holdfast.engine.account.Accounts;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.BookSessions;
import dev.holdfast.engine.card.CardDirectory;
import dev.holdfast.engine.card.CardDoors;
import dev.holdfast.engine.card.CardShelf;
import dev.holdfast.engine.card.Cards;
import dev.holdfast.engine.card.FileUpdates;
import dev.holdfast.engine.card.KeyRotation;
import dev.holdfast.engine.client.ClientDoors;
import dev.holdfast.engine.client.Clients;
import dev.holdfast.engine.client.SigningKeys;
import dev.holdfast.engine.client.Tokens;
import dev.holdfast.engine.control.ControlAssignments;
import dev.holdfast.engine.control.ControlPruning;
import dev.holdfast.engine.control.ControlShelf;
import dev.holdfast.engine.control.Controls;
import dev.holdfast.engine.control.PruningClock;
import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.expiry.ExpiryClock;
import dev.holdfast.engine.lane.Lanes;
import dev.holdfast.engine.ledger.Ledger;
import dev.holdfast.engine.network.Approvals;
import dev.holdfast.engine.network.MessageQueries;
import dev.holdfast.engine.network.MessageShelf;
import dev.holdfast.engine.network.NetworkHost;
import dev.holdfast.engine.network.PastMessages;
import dev.holdfast.engine.notification.OutboxShelf;
import dev.holdfast.engine.payment.PaymentShelf;
import dev.holdfast.engine.program.Programs;
import dev.holdfast.engine.query.LedgerQueries;
import dev.holdfast.engine.tenant.Tenants;
import dev.holdfast.engine.verification.Verifier;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

import java.time.Clock;
import java.util.List;

/** A running engine: lanes connected to a migrated database. */
public final class Engine {

    private final Lanes<Book> lanes;
    private final List<Pool> pools;
    private final Ledger ledger;
    private final Accounts accounts;
    private final CardDoors cardDoors;
    private final NetworkHost networkHost;
    private final Approvals approvals;
    private final ExpiryClock expiryClock;
    private final LedgerQueries queries;
    private final MessageQueries messageQueries;
    private final Tenants tenants;
    private final ClientDoors clientDoors;
    private final Controls controls;
    private final ControlAssignments controlAssignments;
    private final PruningClock pruningClock;
    private final PastMessages pastMessages;
    private final Programs programs;
    private final Verifier verifier;

    private Engine(
            Vertx vertx, Lanes<Book> lanes, Connections connections, EngineOptions options, MeterRegistry meters) {
        Pool reading = connections.openForReading(options.readConnections(), options.readTimeout());
        Pool administration = connections.openForAdministration();
        Pool verification = connections.openForVerification();
        this.lanes = lanes;
        Pool lookups = connections.openForLookups();
        Pool cards = connections.openForCards();
        this.pools = List.of(reading, administration, verification, lookups, cards);
        this.ledger = new Ledger(lanes, meters);
        this.accounts = new Accounts(lanes);
        this.cardDoors =
                CardDoors.open(vertx, lanes, options.secrets(), new CardDoors.Pools(lookups, reading, cards), meters);
        this.programs = new Programs(vertx, administration);
        this.networkHost = new NetworkHost(
                vertx, lanes, programs, cardDoors.directory(), options.secrets().hsm(), meters);
        this.approvals = new Approvals(networkHost, cardDoors.directory());
        this.expiryClock = ExpiryClock.start(vertx, reading, networkHost, meters);
        this.queries = new LedgerQueries(reading, meters);
        this.messageQueries = new MessageQueries(reading);
        this.tenants = new Tenants(administration);
        this.clientDoors =
                ClientDoors.open(vertx, administration, options.secrets().keys(), Clock.systemUTC());
        this.controls = new Controls(administration);
        this.controlAssignments = new ControlAssignments(administration);
        this.pruningClock = PruningClock.start(vertx, new ControlPruning(administration), PruningClock.PAUSE, meters);
        this.pastMessages = new PastMessages(reading);
        this.verifier = new Verifier(verification, meters);
    }

    /** Connects the lanes and the read pool. The database must have been migrated. */
    public static Future<Engine> start(Vertx vertx, EngineOptions options, MeterRegistry meters) {
        Connections connections = new Connections(vertx, options.database());
        return Lanes.start(
                        vertx,
                        options.lanes(),
                        new BookSessions(
                                connections,
                                List.of(
                                        MessageShelf.KIND,
                                        PaymentShelf.KIND,
                                        CardShelf.KIND,
                                        ControlShelf.KIND,
                                        OutboxShelf.KIND)),
                        meters,
                        Clock.systemUTC())
                .map(lanes -> new Engine(vertx, lanes, connections, options, meters))
                .compose(engine -> engine.programs
                        .start()
                        .map(engine)
                        .recover(cause -> engine.close().transform(closed -> Future.failedFuture(cause))));
    }

    public Ledger ledger() {
        return ledger;
    }

    public Accounts accounts() {
        return accounts;
    }

    public NetworkHost networkHost() {
        return networkHost;
    }

    public Approvals approvals() {
        return approvals;
    }

    public Programs programs() {
        return programs;
    }

    public Cards cards() {
        return cardDoors.cards();
    }

    public CardDirectory cardDirectory() {
        return cardDoors.directory();
    }

    public FileUpdates fileUpdates() {
        return cardDoors.fileUpdates();
    }

    public KeyRotation keyRotation() {
        return cardDoors.keyRotation();
    }

    public MessageQueries messageQueries() {
        return messageQueries;
    }

    public LedgerQueries queries() {
        return queries;
    }

    public Tenants tenants() {
        return tenants;
    }

    public Clients clients() {
        return clientDoors.clients();
    }

    public Tokens tokens() {
        return clientDoors.tokens();
    }

    public SigningKeys signingKeys() {
        return clientDoors.signingKeys();
    }

    public Controls controls() {
        return controls;
    }

    public ControlAssignments controlAssignments() {
        return controlAssignments;
    }

    public PastMessages pastMessages() {
        return pastMessages;
    }

    public Verifier verifier() {
        return verifier;
    }

    /** Whether every lane is connected and none is draining. */
    public boolean ready() {
        return lanes.ready();
    }

    /** Stops taking commands, answers those taken, and disconnects. Bounded by the deadlines of what was taken. */
    public Future<Void> close() {
        programs.close();
        // Not waited for: what they have under way ends with the lanes and the pools.
        Future<Void> clocks = Future.join(expiryClock.stop(), pruningClock.stop(), clientDoors.close())
                .mapEmpty();
        return lanes.close()
                .eventually(() -> Future.join(pools.stream().map(Pool::close).toList()))
                .eventually(() -> clocks);
    }
}
