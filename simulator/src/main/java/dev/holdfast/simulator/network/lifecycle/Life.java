package dev.holdfast.simulator.network.lifecycle;

import java.util.List;

/** A payment's steps in the order in which they are sent. */
public record Life(LifeKind kind, List<Cue> cues) {

    public Life {
        cues = List.copyOf(cues);
    }

    public Script script() {
        return new Script(cues.stream().map(Cue::step).toList());
    }
}
