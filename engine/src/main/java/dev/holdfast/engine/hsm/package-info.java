/**
 * What a hardware security module does for an issuer: card verification values, PIN verification values and PIN blocks,
 * behind one port, {@link dev.holdfast.engine.hsm.Hsm}. {@link dev.holdfast.engine.hsm.SoftwareHsm} does them with
 * Bouncy Castle and keys in memory: for development and tests, since PCI PIN demands a certified device.
 *
 * <p>Which value is which:
 *
 * <pre>
 * value  where it is            service code   expiry order
 * CVV    magnetic stripe        of the card    YYMM
 * iCVV   chip's track data      999            YYMM
 * CVV2   printed on the card    000            the issuer's choice, usually MMYY
 * PVV    in the issuer's files  -              -
 * </pre>
 *
 * <p>Invariants: a PIN, a verification value or a key is never printed. They are compared in constant time. Anything
 * that the network sends has a result and no exception; a PIN block that cannot be read says so without saying which
 * digit is to blame, for that would tell an attacker about the PIN.
 *
 * <p>Threads: all types may be shared, except that whoever wipes a PIN must be its only holder. The software HSM never
 * blocks; a call takes some tens of microseconds. Bounds: all inputs have fixed sizes. How often a PIN may be tried is
 * not known here: the caller counts.
 */
@NullMarked
package dev.holdfast.engine.hsm;

import org.jspecify.annotations.NullMarked;
