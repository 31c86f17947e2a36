/**
 * Where card numbers are kept: the number itself ({@link dev.holdfast.engine.vault.Pan}), new numbers under a BIN,
 * their encryption, the keyed digest by which they are found, and the keys for both.
 *
 * <p>A stored number is {@code key number | wrapped data key | nonce | ciphertext and tag}. Each has a random AES-256
 * data key of its own, used once; a key-encryption key of the {@link dev.holdfast.engine.vault.KeyRing} wraps it. Both
 * layers are AES-256-GCM and authenticate the row they belong to, so that no two rows can be swapped. Changing the
 * key-encryption key rewraps data keys and leaves the ciphertext alone.
 *
 * <p>A number is found by HMAC-SHA-256 under a look-up key. A BIN has only some 10^9 numbers, so a digest without a key
 * is soon reversed: what protects is that the key is not in the database. While look-up keys change, a number has one
 * digest per key: a search asks for all of them, and so must whoever makes sure that a number is not stored twice.
 *
 * <p>Invariants: no {@code toString} and no exception carries a card number beyond its mask, a digit or a key; what
 * does not authenticate is a {@link dev.holdfast.engine.vault.VaultOutcome.Refused}, never half a number.
 *
 * <p>Threads: all types may be shared; none blocks beyond the system's random source. Bounds: 32 keys per purpose,
 * 10,000 numbers per batch; random nonces allow 2^32 wraps per key-encryption key. Copies that the JDK makes of keys
 * inside its ciphers cannot be wiped.
 */
@NullMarked
package dev.holdfast.engine.vault;

import org.jspecify.annotations.NullMarked;
