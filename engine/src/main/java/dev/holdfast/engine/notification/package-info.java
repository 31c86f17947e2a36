/**
 * Telling tenants over HTTP what has happened: who is told ({@link dev.holdfast.engine.notification.Subscriptions}), what is
 * to be told (the outbox) and telling it ({@link dev.holdfast.engine.notification.Deliveries}).
 *
 * <p>A notification is written by the transaction that causes it, on a shelf of the book ({@link
 * dev.holdfast.engine.notification.OutboxShelf}): one row for each subscription of the tenant that wants its type, none where
 * nobody does. So it is there if and only if its cause is, and telling it never makes a lane wait.
 *
 * <p>It is told at least once, under the same id, until the receiver answers 2xx or the last of {@link
 * dev.holdfast.engine.notification.RetrySchedule}'s attempts has failed; then it is dead, listed and can be told again. Of one
 * account and subscription at most one is under way, and none goes before an earlier one that still waits; what a person has
 * told again comes when it comes. Several processes share the work: one claims a row for {@link
 * dev.holdfast.engine.notification.Deliveries#LEASE}, after which, if it has died, another one does.
 *
 * <p>What is behind another of its account is looked at once and then put off to when that one is next tried; the end of the
 * one brings the next back at once. So looking costs by what can be sent and not by what waits.
 *
 * <p>Nothing is sent into the institution's own network: every address that a name has is checked, and the one that was
 * checked is connected to. Redirects are not followed. Secrets are sealed in the database, and never printed; each change of
 * a subscription seals them under the current key, and a key that some are under must not be dropped.
 *
 * <p>Threads: {@link dev.holdfast.engine.notification.Deliveries} is confined to one context, which should not be a lane's.
 * Bounds: {@link dev.holdfast.engine.notification.Slots} for what is under way, {@link
 * dev.holdfast.engine.notification.WebhookSender#PATIENCE} for each, {@link
 * dev.holdfast.engine.notification.Subscriptions#MAX_SUBSCRIPTIONS} per tenant; what waits is bounded by the disk.
 */
@NullMarked
package dev.holdfast.engine.notification;

import org.jspecify.annotations.NullMarked;
