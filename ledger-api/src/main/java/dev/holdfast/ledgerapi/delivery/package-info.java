/**
 * What is sent to tenants' own servers: the notifications of 3-D Secure challenges.
 *
 * <p>{@link dev.holdfast.ledgerapi.delivery.HttpChallengeDelivery} is the engine's port {@link
 * dev.holdfast.engine.challenge.ChallengeDelivery} over HTTP. A tenant with a public key gets codes encrypted under it,
 * and in no other form: RSA-OAEP, SHA-256 for both the hash and MGF1, no label, base64. OpenSSL opens them with {@code
 * pkeyutl -decrypt -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256}.
 *
 * <p>Invariants: a code goes into the body of one request and nowhere else; what is logged of a failure is neither the
 * body nor what the tenant answered. Redirects are not followed. HTTPS with the host's name checked, or HTTP to this
 * machine.
 *
 * <p>Threads: may be shared; callers are answered on their own context. Bounds: {@link
 * dev.holdfast.ledgerapi.delivery.DeliveryTimes}, all attempts together; 8 connections to a host, 256 requests waiting for
 * one; 4,096 bytes of an answer.
 */
@NullMarked
package dev.holdfast.ledgerapi.delivery;

import org.jspecify.annotations.NullMarked;
