package dev.holdfast.ops.bench;

import dev.holdfast.ops.bench.HttpDoor.Address;
import dev.holdfast.ops.bench.Rig.Contender;

import java.time.Duration;
import java.util.List;

/** The phases with a server in a process of its own. */
final class HttpPhases {

    private static final int IN_FLIGHT = 128;

    private final Rig rig;
    private final Address address;

    HttpPhases(Rig rig, Address address) {
        this.rig = rig;
        this.address = address;
    }

    /**
     * What they came to.
     *
     * @param many on all accounts, at most
     * @param one on one account, at most
     * @param half on all accounts, at half of that rate
     */
    record Windows(Window many, Window one, Window half) {}

    Windows run() {
        int accounts = rig.options().accounts();
        HttpDoor many = open(accounts);
        HttpDoor one = open(1);
        List<Window> most = rig.compare(List.of(
                new Contender("lanes over HTTP, " + accounts + " accounts", rig.closed(many, IN_FLIGHT)),
                new Contender("lanes over HTTP, 1 account", rig.closed(one, IN_FLIGHT))));
        Window half = rig.measure(new Contender(
                "lanes over HTTP at half that rate",
                rig.steady(many, most.get(0).perSecond() / 2)));
        rig.await(many.close(), "disconnecting", Duration.ZERO);
        rig.await(one.close(), "disconnecting", Duration.ZERO);
        return new Windows(most.get(0), most.get(1), half);
    }

    private HttpDoor open(int accounts) {
        return rig.onLoop("connecting", () -> HttpDoor.open(rig.vertx(), address, IN_FLIGHT, accounts, rig.numbers()));
    }
}
