package dev.holdfast.engine.notification;

import dev.holdfast.engine.book.Digest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What goes to a receiver in one request.
 *
 * @param deliveries one, or several for a receiver that takes arrays; no two of one account
 */
record Parcel(Receiver receiver, List<Delivery> deliveries) {

    /** Of some 700 bytes each: receivers may refuse a body of more than 20 KB. */
    static final int MAX_TOGETHER = 25;

    Parcel {
        deliveries = List.copyOf(deliveries);
    }

    /**
     * Packs what was claimed. What has failed once goes alone, so that one notification which a receiver cannot take keeps no
     * others from it.
     */
    static List<Parcel> pack(List<Delivery> deliveries, Map<UUID, Receiver> receivers) {
        Map<Receiver, List<Delivery>> together = new LinkedHashMap<>();
        List<Parcel> parcels = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            Receiver receiver = receivers.get(delivery.subscription());
            if (receiver == null) {
                continue;
            }
            if (receiver.batch() && delivery.tried() == 1) {
                List<Delivery> open = together.computeIfAbsent(receiver, first -> new ArrayList<>());
                open.add(delivery);
                if (open.size() == MAX_TOGETHER) {
                    parcels.add(new Parcel(receiver, open));
                    together.remove(receiver);
                }
            } else {
                parcels.add(new Parcel(receiver, List.of(delivery)));
            }
        }
        together.forEach((receiver, open) -> parcels.add(new Parcel(receiver, open)));
        return parcels;
    }

    /** The notification's own; of several one that is made of theirs. */
    String id() {
        if (deliveries.size() == 1) {
            return deliveries.get(0).notification().toString();
        }
        Digest digest = Digest.of("notifications");
        deliveries.forEach(delivery -> digest.with(delivery.notification()));
        return digest.toUuid().toString();
    }

    String body() {
        return receiver.batch()
                ? deliveries.stream().map(Delivery::body).collect(Collectors.joining(",", "[", "]"))
                : deliveries.get(0).body();
    }
}
