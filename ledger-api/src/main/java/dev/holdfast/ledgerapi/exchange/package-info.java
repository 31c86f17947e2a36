/**
 * What passes between the server and a route: a {@link dev.holdfast.ledgerapi.exchange.Call} in, an {@link
 * dev.holdfast.ledgerapi.exchange.Answer} out.
 *
 * <p>A call is authenticated, complete (the whole body is there) and bounded; its path parameters are decoded and obey
 * the rules of references. An answer is complete, too: nothing is streamed, because every list is bounded by its page.
 *
 * <p>A {@link dev.holdfast.ledgerapi.exchange.Route} decodes, submits, encodes, and does nothing else. It refuses by
 * throwing or failing with {@link dev.holdfast.ledgerapi.error.ApiException}; any other exception is a defect.
 *
 * <p>Threads: a route is shared by all event loops and keeps no state; a call and its answer belong to one event loop,
 * and are immutable.
 */
@NullMarked
package dev.holdfast.ledgerapi.exchange;

import org.jspecify.annotations.NullMarked;
