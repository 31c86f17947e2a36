package dev.holdfast.ops.bench;

import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.program.ProgramSettings;
import dev.holdfast.ops.bench.Rig.Contender;
import dev.holdfast.ops.card.CardOffice;
import dev.holdfast.ops.card.TrialCards;
import dev.holdfast.ops.keys.KeyDirectory;
import dev.holdfast.ops.system.SystemOptions.Address;
import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.host.NullHost;
import dev.holdfast.simulator.network.link.Traces;

import java.time.Duration;
import java.util.List;

/** The phases over ISO 8583: what the generator can send at all, and what the server authorizes. */
final class CardPhases {

    private static final int IN_FLIGHT = 256;
    private static final Duration DEADLINE = Duration.ofSeconds(15);
    private static final int CARDS = 2_000;
    /** So many that no card fills a window of its velocity limits, which hold 1,024 movements. */
    private static final int CONTROLLED = 600;

    private static final long FUNDING_MINOR = 1_000_000_000_00L;

    private final Rig rig;
    private final ServerProcess server;
    private final Traces traces = CardDoor.traces();

    CardPhases(Rig rig, ServerProcess server) {
        this.rig = rig;
        this.server = server;
    }

    BenchFigures.Cards run() {
        int many = Math.min(CARDS, rig.options().accounts());
        int controlled = Math.min(CONTROLLED, rig.options().accounts());
        rig.say(String.format("issuing %,d cards", many + 2 * controlled));
        List<TestCard> plain;
        List<TestCard> ten;
        List<TestCard> fifty;
        try (CardOffice office = CardOffice.open(rig.database().url(), new KeyDirectory(server.keys()))) {
            plain = make(office, "plain-", many);
            ten = make(office, "ten-", controlled);
            fifty = make(office, "fifty-", controlled);
            beLenient(office);
            BenchControls.assign(office, ten, 8, 2);
            BenchControls.assign(office, fifty, 40, 10);
        }
        double ceiling = ceiling(plain);
        CardDoor all = open(server.link(), plain);
        CardDoor one = open(server.link(), plain.subList(0, 1));
        CardDoor withTen = open(server.link(), ten);
        CardDoor withFifty = open(server.link(), fifty);
        List<Window> most = rig.compare(List.of(
                contender("authorizations over ISO 8583, " + many + " cards", all),
                contender("authorizations over ISO 8583, 1 account", one),
                contender("authorizations with 10 controls a card", withTen),
                contender("authorizations with 50 controls a card", withFifty)));
        Window half = rig.measure(new Contender(
                "authorizations at half that rate", rig.steady(all, most.get(0).perSecond() / 2)));
        List.of(all, one, withTen, withFifty).forEach(door -> rig.await(door.close(), "signing off", Duration.ZERO));
        return new BenchFigures.Cards(
                ceiling,
                most.get(0).perSecond(),
                most.get(1).perSecond(),
                most.get(2).perSecond(),
                most.get(3).perSecond(),
                new BenchFigures.Half(
                        half.perSecond(), half.latency().p50(), half.latency().p99()),
                half.latency().p999());
    }

    /** A server that has just started is slow, and nothing that is late would be approved. What is late shows in p99. */
    private static void beLenient(CardOffice office) {
        ProgramSettings usual = ProgramSettings.DEFAULTS;
        ProgramSettings lenient = new ProgramSettings(
                DEADLINE,
                usual.fallback(),
                usual.lifetimes(),
                usual.partialApproval(),
                usual.tolerances(),
                usual.zone());
        int tenant = office.tenant("demo").id();
        int version = office.engine().programs().view(tenant).version();
        office.await(office.engine().programs().change(tenant, lenient, version), "changing the program");
    }

    private List<TestCard> make(CardOffice office, String prefix, int count) {
        List<TestCard> cards = office.trial(
                office.tenant("demo"), new TrialCards.Plan(prefix, count, Currency.of("USD"), FUNDING_MINOR));
        // The money that they begin with is in the journal, too.
        rig.applied(count);
        return cards;
    }

    /** The same load on a host that does nothing. */
    private double ceiling(List<TestCard> cards) {
        NullHost host = new NullHost(rig.vertx(), Style.MASTERCARD);
        int port = rig.onLoop("listening", host::listen);
        CardDoor door = open(new Address("127.0.0.1", port), cards);
        Window window = rig.idle(contender("the generator itself, on a host that does nothing", door));
        rig.await(door.close(), "signing off", Duration.ZERO);
        rig.await(host.close(), "closing", Duration.ZERO);
        return window.perSecond();
    }

    private Contender contender(String name, CardDoor door) {
        return new Contender(name, rig.closed(door, IN_FLIGHT));
    }

    private CardDoor open(Address address, List<TestCard> cards) {
        return rig.onLoop("signing on", () -> CardDoor.open(rig.vertx(), address, traces, cards));
    }
}
