/**
 * The engine as its doors see it: {@link dev.holdfast.engine.Engine} starts everything and hands out the ledger, the
 * accounts, the queries, the tenants and the verifier. Nothing here knows HTTP.
 */
@NullMarked
package dev.holdfast.engine;

import org.jspecify.annotations.NullMarked;
