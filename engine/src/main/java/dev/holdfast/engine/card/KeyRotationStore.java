package dev.holdfast.engine.card;

import dev.holdfast.engine.book.Columns;
import dev.holdfast.engine.vault.LookupDigest;
import dev.holdfast.engine.vault.SealedPan;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Walks the vault by ascending card id and rewrites rows. The futures fail with a lane's failure. */
final class KeyRotationStore {

    /** Rows that one statement reads and rewrites: some milliseconds of locks. */
    static final int PAGE = 256;

    private static final String COLUMNS = """
            n.card_id, n.tenant_id, n.account_ref, n.account_id, n.good_through, n.sequence_no, n.service_code,
            n.encryption_key_no, n.wrapped_data_key, n.nonce, n.ciphertext, n.lookup_key_no
            """;

    /** Every row, whatever its keys: a page bounded by what it finds could read the whole table to find nothing. */
    private static final String READ_PAGE = "SELECT " + COLUMNS + """
            FROM card_number n WHERE n.card_id > $1 ORDER BY n.card_id LIMIT $2
            """;

    /** The same, with a note of each number that is going to be opened. */
    private static final String OPEN_PAGE = """
            WITH page AS (
                SELECT * FROM card_number WHERE card_id > $1 ORDER BY card_id LIMIT $2
            ), noted AS (
                INSERT INTO card_access (bucket, account_id, card_id, actor, purpose)
                SELECT bucket, account_id, card_id, $4, 'look-up key' FROM page WHERE lookup_key_no <> $3
            )
            SELECT
            """ + COLUMNS + " FROM page n ORDER BY n.card_id";

    /** Only where the row is as it was read: somebody else may have rewritten it. */
    private static final String REWRAP = """
            UPDATE card_number n SET encryption_key_no = new.key_no, wrapped_data_key = new.data_key
            FROM unnest($1::uuid[], $2::smallint[], $3::smallint[], $4::bytea[])
                AS new (card_id, old_key_no, key_no, data_key)
            WHERE n.card_id = new.card_id AND n.encryption_key_no = new.old_key_no
            """;

    private static final String REDIGEST = """
            UPDATE card_number n SET lookup_key_no = new.key_no, lookup_digest = new.digest
            FROM unnest($1::uuid[], $2::smallint[], $3::smallint[], $4::bytea[])
                AS new (card_id, old_key_no, key_no, digest)
            WHERE n.card_id = new.card_id AND n.lookup_key_no = new.old_key_no
            """;

    private static final String COUNT_BY_ENCRYPTION =
            "SELECT encryption_key_no, count(*) FROM card_number GROUP BY encryption_key_no";

    private static final String COUNT_BY_LOOKUP =
            "SELECT lookup_key_no, count(*) FROM card_number GROUP BY lookup_key_no";

    /** A row of the vault, with the number of the key that its digest is under. */
    record Stored(CardOnFile card, SealedPan pan, int lookupKey) {}

    record Rewrapped(Stored stored, SealedPan pan) {}

    record Redigested(Stored stored, LookupDigest digest) {}

    private final Pool pool;

    KeyRotationStore(Pool pool) {
        this.pool = pool;
    }

    Future<List<Stored>> read(UUID after) {
        return CardFailures.known(
                pool.preparedQuery(READ_PAGE).execute(Tuple.of(after, PAGE)).map(KeyRotationStore::stored));
    }

    Future<List<Stored>> open(UUID after, int currentKey, String actor) {
        return CardFailures.known(pool.preparedQuery(OPEN_PAGE)
                .execute(Tuple.of(after, PAGE, currentKey, actor))
                .map(KeyRotationStore::stored));
    }

    private static List<Stored> stored(RowSet<Row> rows) {
        List<Stored> page = new ArrayList<>();
        rows.forEach(row -> page.add(new Stored(CardRows.onFile(row, 0), CardRows.sealed(row, 7), row.getInteger(11))));
        return page;
    }

    Future<Integer> rewrap(List<Rewrapped> rows) {
        Tuple columns = Columns.of(rows)
                .uuids(row -> row.stored().card().cardId())
                .shorts(row -> row.stored().pan().keyNumber())
                .shorts(row -> row.pan().keyNumber())
                .bytes(row -> row.pan().wrappedDataKey())
                .toTuple();
        return write(REWRAP, columns);
    }

    Future<Integer> redigest(List<Redigested> rows) {
        Tuple columns = Columns.of(rows)
                .uuids(row -> row.stored().card().cardId())
                .shorts(row -> row.stored().lookupKey())
                .shorts(row -> row.digest().keyNumber())
                .bytes(row -> row.digest().toBytes())
                .toTuple();
        return write(REDIGEST, columns);
    }

    private Future<Integer> write(String sql, Tuple columns) {
        return CardFailures.known(pool.preparedQuery(sql).execute(columns).map(RowSet::rowCount));
    }

    Future<SortedMap<Integer, Long>> countByEncryptionKey() {
        return count(COUNT_BY_ENCRYPTION);
    }

    Future<SortedMap<Integer, Long>> countByLookupKey() {
        return count(COUNT_BY_LOOKUP);
    }

    private Future<SortedMap<Integer, Long>> count(String sql) {
        return CardFailures.known(pool.query(sql).execute().map(rows -> {
            SortedMap<Integer, Long> counts = new TreeMap<>();
            rows.forEach(row -> counts.put(row.getInteger(0), row.getLong(1)));
            return counts;
        }));
    }
}
