package dev.holdfast.engine.iso8583;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.IntSupplier;

/** Prints microseconds and allocated bytes per message, for relative use. Run its {@code main} on the test class path. */
final class CodecBenchmark {

    private static final int WARM_UP = 400_000;
    private static final int ROUNDS = 1_000_000;

    private CodecBenchmark() {}

    public static void main(String[] arguments) {
        for (Profile profile : RandomMessages.PROFILES) {
            byte[] bytes = purchase(profile).encode();
            Message message = (Message) profile.decode(bytes);
            System.out.printf(
                    "%s: %d bytes, %d fields%n",
                    profile, bytes.length, message.numbers().count());
            measure("decode", () -> ((Message) profile.decode(bytes)).mti().code());
            measure("decode and read 8", () -> read((Message) profile.decode(bytes)));
            measure("encode", () -> purchase(profile).encode().length);
            measure("answer", () -> answer(message).length);
        }
    }

    private static void measure(String name, IntSupplier run) {
        long sum = 0;
        for (int round = 0; round < WARM_UP; round++) {
            sum += run.getAsInt();
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long bytes = threads.getThreadAllocatedBytes(thread);
        long start = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            sum += run.getAsInt();
        }
        long nanos = System.nanoTime() - start;
        bytes = threads.getThreadAllocatedBytes(thread) - bytes;
        System.out.printf(
                "  %-18s %6.3f us  %6d bytes allocated%s%n",
                name, nanos / 1e3 / ROUNDS, bytes / ROUNDS, sum == 0 ? " (nothing done)" : "");
    }

    private static int read(Message message) {
        return (int) (message.number(4)
                + message.number(11)
                + message.number(7)
                + message.number(18)
                + message.number(49)
                + message.text(2).length()
                + message.text(37).length()
                + message.text(42).length());
    }

    private static byte[] answer(Message message) {
        return message.answer(2, 3, 4, 7, 11, 12, 13, 32, 37, 41, 42, 49, 51)
                .set(38, "123456")
                .set(39, "00")
                .encode();
    }

    /** A purchase with 22 to 25 fields. */
    private static MessageBuilder purchase(Profile profile) {
        MessageBuilder builder = profile.message("0100")
                .set(2, "5555555555554444")
                .set(3, "000000")
                .set(4, 12_345)
                .set(6, 12_345)
                .set(7, "1120143015")
                .set(11, 123_456)
                .set(12, "143015")
                .set(13, "1120")
                .set(14, "3112")
                .set(18, 5411)
                .set(22, "051")
                .set(32, "012345")
                .set(35, "5555555555554444=3112101123")
                .set(37, "632414123456")
                .padded(41, "TERM01")
                .padded(42, "MERCHANT0000001")
                .padded(43, "CORNER SHOP            MANILA        PHL")
                .set(49, 608)
                .set(51, 608);
        if (profile == Profiles.MASTERCARD_STYLE) {
            builder.set(48, "R", Map.of(42, "0103210", 61, "10000", 63, "MCC123456112000"))
                    .set(55, "9F2608A1B2C3D4E5F607089F2701809F360200019505000000000000".substring(0, 54))
                    .set(61, "00000000003000608")
                    .set(63, "MCC123456");
        } else if (profile == Profiles.VISA_STYLE) {
            builder.header(StationHeader.of("111111", "222222"))
                    .set(55, "01001B9F2608A1B2C3D4E5F607089F2701809F3602000195050000000000")
                    .set(60, "050000")
                    .set(62, "", Map.of(1, "E", 2, "462324123456789"))
                    .set(63, "", Map.of(1, "0002"));
        } else {
            builder.set(48, "", Map.of(61, "10000", 63, "MCC123456112000"))
                    .set(55, "9F2608A1B2C3D4E5F60708")
                    .set(61, "00000000003000608")
                    .set(63, "MCC123456");
        }
        return builder;
    }
}
