package dev.holdfast.engine.notification;

import java.util.UUID;

/**
 * A notification that this process has for itself for a while, to send it to one receiver.
 *
 * @param attempt counted from the first of all
 * @param tried counted from the last time that a person had it sent again; what the schedule goes by
 */
record Delivery(Key key, UUID subscription, UUID notification, int attempt, int tried, String body) {

    /** Of its row. */
    record Key(short bucket, UUID account, long number) {}
}
