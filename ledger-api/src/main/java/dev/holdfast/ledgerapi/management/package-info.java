/**
 * The operators' listener, apart from the callers': liveness, readiness, metrics. It answers while the ledger's listener
 * is stopping or overloaded, and it is never to be reachable from outside.
 *
 * <p>{@code /health/live} says that the process runs its event loops; {@code /health/ready} that it should get traffic;
 * {@code /metrics} is a scrape in Prometheus' text format.
 *
 * <p>Threads: one event loop; a scrape walks every meter, so it runs on a worker. Bound: one scrape at a time; scrapes
 * that come meanwhile share its result.
 */
@NullMarked
package dev.holdfast.ledgerapi.management;

import org.jspecify.annotations.NullMarked;
