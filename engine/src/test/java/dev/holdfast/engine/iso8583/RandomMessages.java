package dev.holdfast.engine.iso8583;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes messages of any of the three profiles, with any of their fields. */
final class RandomMessages {

    static final List<Profile> PROFILES = List.of(Profiles.ASCII_1987, Profiles.MASTERCARD_STYLE, Profiles.VISA_STYLE);

    private static final List<String> TYPES =
            List.of("0100", "0110", "0101", "0120", "0121", "0130", "0200", "0400", "0420", "0800", "0810");

    private RandomMessages() {}

    /** A profile and the bytes of one of its messages. */
    static final class Sample {

        private final Profile profile;
        private final byte[] bytes;

        Sample(Profile profile, byte[] bytes) {
            this.profile = profile;
            this.bytes = bytes;
        }

        Profile profile() {
            return profile;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public String toString() {
            return profile + " " + Hexadecimal.format(bytes, 0, bytes.length);
        }
    }

    static Sample sample(Random random) {
        return sample(PROFILES.get(random.nextInt(PROFILES.size())), random);
    }

    static Sample sample(Profile profile, Random random) {
        RandomValues values = new RandomValues(random);
        MessageBuilder builder = profile.message(TYPES.get(random.nextInt(TYPES.size())));
        if (profile.isHeaded()) {
            builder.header(StationHeader.of(
                    values.characters(Content.NUMERIC, Encoding.BCD, 6),
                    values.characters(Content.NUMERIC, Encoding.BCD, 6)));
        }
        int share = values.between(1, 12);
        List<Integer> numbers = IntStream.rangeClosed(2, FieldTable.LAST)
                .filter(number -> profile.fields().find(number) != null)
                .boxed()
                .toList();
        builder.set(11, values.of(profile.fields().get(11)));
        for (int number : numbers) {
            if (random.nextInt(24) < share) {
                builder.set(number, values.of(profile.fields().get(number)));
            }
        }
        return new Sample(profile, builder.encode());
    }

    /** Writes a message anew, value by value. */
    static byte[] written(Message message) {
        MessageBuilder builder = message.profile().message(message.mti());
        if (message.header() != null) {
            builder.header(message.header());
        }
        message.numbers().forEach(number -> builder.set(number, message.text(number)));
        return builder.encode();
    }
}
