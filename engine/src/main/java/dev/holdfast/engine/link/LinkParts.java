package dev.holdfast.engine.link;

import java.time.Clock;

/** What all links of a server share. Safe on any thread. */
record LinkParts(
        LinkLimits limits, MessageHandler handler, LinkMetrics metrics, Links links, Clock clock, SparseLog log) {}
