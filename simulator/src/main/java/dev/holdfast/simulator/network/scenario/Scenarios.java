package dev.holdfast.simulator.network.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scenarios that come with the simulator. */
public final class Scenarios {

    private Scenarios() {}

    /** Returns all of them, in the order of their names. */
    public static List<Scenario> all() {
        return content("scenarios").lines().map(Scenarios::named).toList();
    }

    public static Scenario named(String name) {
        return ScenarioFile.read(name, content(name));
    }

    private static String content(String name) {
        try (InputStream in = Scenarios.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("no scenario " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
