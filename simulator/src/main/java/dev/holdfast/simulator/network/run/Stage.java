package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.link.NetworkLinks;
import dev.holdfast.simulator.network.oracle.Oracle;

/** What every payment of a run plays on. */
record Stage(NetworkLinks links, Oracle oracle, Agenda agenda, NetworkRecorder recorder, TrafficOptions traffic) {}
