package dev.holdfast.ledgerapi.testing;

import dev.holdfast.ledgerapi.testing.TestCards.TestCard;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Messages of the card network in PHP, as text so that a test can spoil them. */
public final class NetworkBodies {

    private static final AtomicInteger TRACES = new AtomicInteger();

    private NetworkBodies() {}

    /** A trace that no other message has, sent now. */
    public static String trace() {
        return "{\"stan\":\"%06d\",\"transmitted_at\":\"%s\",\"acquirer\":\"400123\"}"
                .formatted(TRACES.incrementAndGet() % 1_000_000, Instant.now());
    }

    public static String amounts(String value) {
        return "{\"transaction\":{\"value\":%s,\"currency\":\"PHP\"}}".formatted(value);
    }

    /** A purchase with the card's token; {@code more} are further members, each after a comma. */
    public static String purchase(TestCard card, String trace, String value, String more) {
        return ("{\"card_id\":\"%s\",\"type\":\"purchase\",\"trace\":%s,\"amounts\":%s,"
                        + "\"merchant\":{\"id\":\"SHOP\",\"mcc\":\"5411\",\"country\":\"PH\",\"terminal\":\"T1\"},"
                        + "\"entry_mode\":\"chip\",\"channel\":\"point_of_sale\"%s}")
                .formatted(card.id(), trace, amounts(value), more);
    }

    /** A statement about the card's payment; {@code more} are further members, each after a comma. */
    public static String statement(TestCard card, String value, String more) {
        return "{\"card_id\":\"%s\",\"trace\":%s,\"amounts\":%s%s}".formatted(card.id(), trace(), amounts(value), more);
    }

    /** A clearing record; {@code more} are further members, each after a comma. */
    public static String record(TestCard card, String type, String transfer, String value, String more) {
        return "{\"card_id\":\"%s\",\"type\":\"%s\",\"transfer_type\":\"%s\",\"amounts\":%s%s}"
                .formatted(card.id(), type, transfer, amounts(value), more);
    }
}
