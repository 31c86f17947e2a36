package dev.holdfast.engine.client;

import dev.holdfast.engine.vault.SealedSecret;
import dev.holdfast.engine.vault.SecretSeal;
import dev.holdfast.engine.vault.VaultKeys;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rows of signing keys, private halves sealed. Futures fail with the database's own exception. */
final class SigningKeyStore {

    /** More than a rotation each day comes to. */
    private static final int MAX_KEYS = 64;

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeyStore.class);

    private static final String OWNER = "signing_key ";

    private static final String LIST = """
            SELECT key_id, public_key, encryption_key_no, sealed_private_key, created_at FROM signing_key
            WHERE revoked_at IS NULL AND created_at > clock_timestamp() - make_interval(secs => $1)
            ORDER BY created_at DESC LIMIT $2
            """;

    /** With a new key goes what nothing needs any more. */
    private static final String ADD = """
            WITH dropped AS (
                DELETE FROM signing_key WHERE created_at < clock_timestamp() - make_interval(secs => $5)
            )
            INSERT INTO signing_key (key_id, public_key, encryption_key_no, sealed_private_key)
            VALUES ($1, $2, $3, $4)
            """;

    private static final String REVOKE =
            "UPDATE signing_key SET revoked_at = clock_timestamp() WHERE key_id = $1 AND revoked_at IS NULL";

    /** A drawn key as it is stored. */
    record Sealed(String keyId, Buffer encodedPublic, SealedSecret encodedPrivate) {}

    private final Pool pool;
    private final VaultKeys keys;
    private final SecureRandom random = new SecureRandom();

    SigningKeyStore(Pool pool, VaultKeys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    private SecretSeal seal() {
        return new SecretSeal(keys.ring(), random);
    }

    /** Draws a key and seals it. Blocks for some tenths of a second. */
    Sealed draw() {
        KeyPair pair = SigningKey.draw();
        String keyId = SigningKey.thumbprint((RSAPublicKey) pair.getPublic());
        byte[] encoded = pair.getPrivate().getEncoded();
        try {
            return new Sealed(keyId, Buffer.buffer(pair.getPublic().getEncoded()), seal().seal(encoded, OWNER + keyId));
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /** @param kept after which a key is dropped */
    Future<String> add(Sealed key, Duration kept) {
        Tuple values = Tuple.of(key.keyId(), key.encodedPublic())
                .addInteger(key.encodedPrivate().keyNumber())
                .addBuffer(Buffer.buffer(key.encodedPrivate().text()))
                .addDouble((double) kept.toSeconds());
        return pool.preparedQuery(ADD).execute(values).map(key.keyId());
    }

    /** Keys that are not revoked and younger than that, the newest first. */
    Future<List<SigningKey>> list(Duration age) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of((double) age.toSeconds(), MAX_KEYS))
                .map(rows -> {
                    List<SigningKey> found = new ArrayList<>();
                    SecretSeal seal = seal();
                    rows.forEach(row -> key(row, seal).ifPresent(found::add));
                    return List.copyOf(found);
                });
    }

    /** One row that somebody has altered must not keep the others from being used. */
    private static Optional<SigningKey> key(Row row, SecretSeal seal) {
        SealedSecret sealed = new SealedSecret(row.getInteger(2), bytes(row, 3));
        Optional<byte[]> opened = seal.open(sealed, OWNER + row.getString(0));
        try {
            OffsetDateTime created = Objects.requireNonNull(row.getOffsetDateTime(4));
            return Optional.of(SigningKey.of(bytes(row, 1), opened, created.toInstant()));
        } catch (IllegalArgumentException altered) {
            LOG.error("signing key {} is not used: {}", row.getString(0), altered.getMessage());
            return Optional.empty();
        } finally {
            opened.ifPresent(encoded -> Arrays.fill(encoded, (byte) 0));
        }
    }

    private static byte[] bytes(Row row, int column) {
        return Objects.requireNonNull(row.getBuffer(column)).getBytes();
    }

    Future<Boolean> revoke(String keyId) {
        return pool.preparedQuery(REVOKE).execute(Tuple.of(keyId)).map(rows -> rows.rowCount() > 0);
    }
}
