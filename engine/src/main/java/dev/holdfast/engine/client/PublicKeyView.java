package dev.holdfast.engine.client;

import java.time.Instant;

/**
 * A key that tokens may be signed with, as everybody may know it.
 *
 * @param keyId what a token's header names
 * @param modulus big-endian, in base64url without padding
 * @param exponent as the modulus
 */
public record PublicKeyView(String keyId, String modulus, String exponent, Instant createdAt) {}
