package dev.holdfast.engine.network;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The rows of {@code operations.txt}. */
final class LedgerOperationsTable {

    private static final String NONE = "-";

    private LedgerOperationsTable() {}

    /**
     * One step of a payment.
     *
     * @param ref what it is about; null if it does not say
     */
    record Event(String name, @Nullable String ref, long amount) {

        static Event parse(String event, String amount) {
            String[] parts = event.split("#", 2);
            return new Event(
                    parts[0], parts.length > 1 ? parts[1] : null, amount.equals(NONE) ? 0 : Long.parseLong(amount));
        }

        /** Of a step of the script. */
        static Event parse(String step) {
            String[] parts = step.split(" ", 2);
            return parse(parts[0], parts.length > 1 ? parts[1] : NONE);
        }

        String reference() {
            return ref == null ? "record" : ref;
        }
    }

    /** One case. */
    record Row(String event, String transfer, String before, String amount, String operations, String note) {

        static Row parse(String line) {
            String[] cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            if (cells.length != 6) {
                throw new IllegalArgumentException("six columns: " + line);
            }
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        }

        Event asked() {
            return Event.parse(event, amount);
        }

        List<Event> known() {
            return before.equals(NONE)
                    ? List.of()
                    : Arrays.stream(before.split(", ", -1)).map(Event::parse).toList();
        }

        List<String> expected() {
            return operations.equals(NONE) ? List.of() : List.of(operations.split(", ", -1));
        }

        /** The row in the documentation. */
        String markdown() {
            return List.of("`" + event + "`", transfer, before, amount, operations, note).stream()
                    .collect(Collectors.joining(" | ", "| ", " |"));
        }

        @Override
        public String toString() {
            return event + " " + amount + " " + transfer + " after " + before;
        }
    }

    static List<Row> rows() {
        String file = "/dev/holdfast/engine/clearing/operations.txt";
        try (InputStream in = Objects.requireNonNull(LedgerOperationsTable.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::parse)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
