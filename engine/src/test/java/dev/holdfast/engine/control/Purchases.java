package dev.holdfast.engine.control;

import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Purchases to put before controls: a chip payment of 10.00 SGD in a Singapore supermarket, but for what is said. */
final class Purchases {

    static final Currency SGD = Currency.of("SGD");
    static final Currency USD = Currency.of("USD");
    static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    static final Merchant SUPERMARKET = new Merchant("M-1", 5411, "SG");
    static final Acceptance BY_CHIP = new Acceptance(SGD, Channel.POINT_OF_SALE, EntryMode.CHIP);

    private Purchases() {}

    static Purchase at(Instant at) {
        return of(at, 10_00);
    }

    static Purchase of(Instant at, long minor) {
        return of("card", at, new Money(minor, SGD));
    }

    static Purchase of(String card, Instant at, Money amount) {
        return new Purchase(card, "account", amount, at, SUPERMARKET, BY_CHIP);
    }

    static Purchase from(Merchant merchant) {
        return new Purchase("card", "account", new Money(10_00, SGD), NOON, merchant, BY_CHIP);
    }

    static Purchase by(Acceptance acceptance) {
        return new Purchase("card", "account", new Money(10_00, SGD), NOON, SUPERMARKET, acceptance);
    }

    /** The instant at which a clock in the zone shows this, the first time if it does so twice. */
    static Instant local(String dateTime, String zone) {
        return LocalDateTime.parse(dateTime).atZone(ZoneId.of(zone)).toInstant();
    }
}
