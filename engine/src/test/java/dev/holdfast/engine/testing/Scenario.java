package dev.holdfast.engine.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A text file of operations, one per line, each with its expected outcome and the balances after it. The language is
 * described in {@code scenarios/README.md}.
 *
 * @param name the file's name without its ending
 * @param lines what to do, in order
 */
public record Scenario(String name, List<ScenarioLine> lines) {

    /** Scenarios that every ledger can play, those behind HTTP too. */
    public static final List<String> WIRE = List.of(
            "holds",
            "captures",
            "closed-holds",
            "balances",
            "refusals",
            "precedence",
            "idempotency",
            "limits",
            "currencies");

    /** Scenarios with operations that the engine alone performs. */
    public static final List<String> ENGINE_ONLY = List.of("expiry", "forced");

    public static Stream<Scenario> wire() {
        return WIRE.stream().map(Scenario::load);
    }

    public static Stream<Scenario> all() {
        return Stream.concat(WIRE.stream(), ENGINE_ONLY.stream()).map(Scenario::load);
    }

    private static Scenario load(String name) {
        String path = "/scenarios/" + name + ".txt";
        try (InputStream in = Objects.requireNonNull(Scenario.class.getResourceAsStream(path), path)) {
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Scenario parse(String name, String text) {
        List<ScenarioLine> lines = new ArrayList<>();
        List<String> raw = text.lines().toList();
        for (int i = 0; i < raw.size(); i++) {
            String line = raw.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                lines.add(ScenarioLine.parse(name + ".txt:" + (i + 1), line));
            }
        }
        return new Scenario(name, List.copyOf(lines));
    }

    @Override
    public String toString() {
        return name;
    }
}
