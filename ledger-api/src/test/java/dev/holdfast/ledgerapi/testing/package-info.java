/**
 * What tests of the HTTP face stand on: a real engine on a real PostgreSQL behind a real server on a loopback port, and
 * clients that can also misbehave.
 */
@NullMarked
package dev.holdfast.ledgerapi.testing;

import org.jspecify.annotations.NullMarked;
