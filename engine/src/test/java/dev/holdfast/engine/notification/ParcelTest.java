package dev.holdfast.engine.notification;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class ParcelTest {

    private static final UUID ID = new UUID(0, 1);

    private static Receiver receiver(boolean batch) {
        return new Receiver(ID, 1, "https://a.example/", batch, null, List.of());
    }

    private static Delivery delivery(int number, int tried) {
        return new Delivery(
                new Delivery.Key((short) 0, new UUID(1, number), number),
                ID,
                new UUID(2, number),
                tried,
                tried,
                "{\"n\":" + number + "}");
    }

    @Test
    void sendsEachByItselfWhereTheReceiverTakesObjects() {
        List<Parcel> parcels = Parcel.pack(List.of(delivery(1, 1), delivery(2, 1)), Map.of(ID, receiver(false)));
        assertThat(parcels).extracting(Parcel::body).containsExactly("{\"n\":1}", "{\"n\":2}");
        assertThat(parcels.get(0).id()).isEqualTo(new UUID(2, 1).toString());
    }

    @Test
    void sendsWhatHasFailedInAnArrayOfItsOwn() {
        List<Parcel> parcels =
                Parcel.pack(List.of(delivery(1, 1), delivery(2, 3), delivery(3, 1)), Map.of(ID, receiver(true)));
        assertThat(parcels).extracting(Parcel::body).containsExactlyInAnyOrder("[{\"n\":2}]", "[{\"n\":1},{\"n\":3}]");
    }

    @Test
    void namesAnArrayByWhatIsInIt() {
        Map<UUID, Receiver> receivers = Map.of(ID, receiver(true));
        String id = Parcel.pack(List.of(delivery(1, 1), delivery(2, 1)), receivers)
                .get(0)
                .id();
        assertThat(Parcel.pack(List.of(delivery(1, 1), delivery(2, 1)), receivers)
                        .get(0)
                        .id())
                .isEqualTo(id);
        assertThat(Parcel.pack(List.of(delivery(1, 1), delivery(3, 1)), receivers)
                        .get(0)
                        .id())
                .isNotEqualTo(id);
    }

    @Test
    void packsNoMoreThanItsBoundTogether() {
        List<Delivery> many =
                IntStream.range(0, 60).mapToObj(i -> delivery(i, 1)).toList();
        assertThat(Parcel.pack(many, Map.of(ID, receiver(true))))
                .extracting(parcel -> parcel.deliveries().size())
                .containsExactly(25, 25, 10);
    }
}
