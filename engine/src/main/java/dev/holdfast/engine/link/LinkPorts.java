package dev.holdfast.engine.link;

/**
 * What the link needs from others.
 *
 * @param handler answers requests
 * @param updates tells what to send of its own accord
 */
public record LinkPorts(MessageHandler handler, PendingUpdates updates) {}
