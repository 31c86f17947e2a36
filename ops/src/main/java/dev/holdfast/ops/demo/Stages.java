package dev.holdfast.ops.demo;

import dev.holdfast.ops.system.HoldfastSystem.StartStep;

import java.io.PrintWriter;

/** Tells what is being started, and how long each part took. */
final class Stages {

    private final PrintWriter out;
    private boolean open;
    private long beganNanos;

    Stages(PrintWriter out) {
        this.out = out;
    }

    void begin(StartStep step) {
        begin(
                switch (step) {
                    case DATABASE -> "starting a throw-away PostgreSQL (the first time it is unpacked)";
                    case SCHEMA -> "making the schema";
                    case LANES -> "connecting the lanes";
                    case API -> "opening the API";
                });
    }

    void begin(String what) {
        end();
        out.printf("  %-68s", what);
        out.flush();
        open = true;
        beganNanos = System.nanoTime();
    }

    /** Says how long the last one took. */
    void end() {
        if (open) {
            out.printf("%6.1f s%n", (System.nanoTime() - beganNanos) / 1e9);
            out.flush();
            open = false;
        }
    }
}
