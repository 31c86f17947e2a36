/**
 * Tenants and their API keys. A key belongs to one tenant; several may live at once, for rotation. Keys are stored as
 * SHA-256 digests only: they are random and long, so no slow hash is needed (tokens with less entropy would need one).
 */
@NullMarked
package dev.holdfast.engine.tenant;

import org.jspecify.annotations.NullMarked;
