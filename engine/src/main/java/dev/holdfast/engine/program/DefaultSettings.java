package dev.holdfast.engine.program;

import dev.holdfast.engine.control.MccRange;

import java.time.Duration;
import java.util.List;

/** The tables that the software comes with. */
final class DefaultSettings {

    private DefaultSettings() {}

    /**
     * A network guarantees a final authorization for 7 days and a pre-authorization for 30. The Visa style differs since
     * April 2024: 30 days are for lodging, car rental and cruises only (3351 to 3441 and 7512 rental, 3501 to 3790 and
     * 7011 lodging, 4411 cruises), other pre-authorizations have 10 days, the longest that is published for any. Its
     * final ones are published with 5 to 10 days, and have the 7 of all others.
     */
    static final List<HoldLifetime> LIFETIMES = List.of(
            visaLongStay(new MccRange(3351, 3441)),
            visaLongStay(new MccRange(3501, 3790)),
            visaLongStay(MccRange.of(4411)),
            visaLongStay(MccRange.of(7011)),
            visaLongStay(MccRange.of(7512)),
            new HoldLifetime(Network.VISA, null, AuthorizationKind.PRE_AUTHORIZATION, Duration.ofDays(10)),
            new HoldLifetime(null, null, AuthorizationKind.PRE_AUTHORIZATION, Duration.ofDays(30)),
            new HoldLifetime(null, null, null, Duration.ofDays(7)));

    /**
     * Tips in restaurants and bars come after the authorization: 20 percent is what networks allow. Fuel has no percentage:
     * what was taken at the pump is told by an advice before it is presented.
     */
    static final List<OverCapture> TOLERANCES = List.of(new OverCapture(new MccRange(5812, 5814), 20));

    private static HoldLifetime visaLongStay(MccRange mccs) {
        return new HoldLifetime(Network.VISA, mccs, AuthorizationKind.PRE_AUTHORIZATION, Duration.ofDays(30));
    }
}
