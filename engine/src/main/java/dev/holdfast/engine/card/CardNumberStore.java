package dev.holdfast.engine.card;

import dev.holdfast.engine.book.Columns;
import dev.holdfast.engine.hsm.Pvv;
import dev.holdfast.engine.vault.LookupDigest;
import dev.holdfast.engine.vault.SealedPan;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds and reads the vault's rows. The futures fail with a {@link dev.holdfast.engine.lane.Failure}. */
final class CardNumberStore {

    private static final String FACTS = """
            n.card_id, n.tenant_id, n.account_ref, n.account_id, n.good_through, n.sequence_no, n.service_code
            """;

    private static final String SEALED = "n.encryption_key_no, n.wrapped_data_key, n.nonce, n.ciphertext";

    /** Each number by all of its digests; one of them at most is there. */
    private static final String FIND = "SELECT asked.place, " + FACTS + """
             FROM unnest($1::integer[], $2::smallint[], $3::bytea[]) AS asked (place, key_no, digest)
            JOIN card_number n ON n.lookup_key_no = asked.key_no AND n.lookup_digest = asked.digest
            """;

    private static final String FIND_TOKEN = "SELECT " + FACTS + " FROM card_number n WHERE n.card_id = $1";

    private static final String PVV = """
            SELECT pvv_key_index, pvv FROM card WHERE bucket = $1 AND account_id = $2 AND card_id = $3
            """;

    /** Reads sealed numbers and notes who does, in one statement: neither happens without the other. */
    private static final String OPEN = """
            WITH opened AS (
                SELECT * FROM card_number WHERE card_id = ANY($1::uuid[]) AND ($2::integer IS NULL OR tenant_id = $2)
            ), noted AS (
                INSERT INTO card_access (bucket, account_id, card_id, actor, purpose)
                SELECT bucket, account_id, card_id, $3, $4 FROM opened
            )
            SELECT
            """ + FACTS + ", " + SEALED + " FROM opened n ORDER BY n.card_id";

    /** Who opens a card number, and what for. */
    record Access(String actor, String purpose) {}

    record Sealed(CardOnFile card, SealedPan pan) {}

    private record Asked(int place, LookupDigest digest) {}

    private final Pool reading;
    private final Pool writing;

    CardNumberStore(Pool reading, Pool writing) {
        this.reading = reading;
        this.writing = writing;
    }

    /** Finds the cards of numbers, in the order of the numbers. */
    Future<List<Optional<CardOnFile>>> find(List<List<LookupDigest>> numbers) {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            for (LookupDigest digest : numbers.get(i)) {
                asked.add(new Asked(i, digest));
            }
        }
        Tuple digests = Columns.of(asked)
                .ints(Asked::place)
                .shorts(each -> each.digest().keyNumber())
                .bytes(each -> each.digest().toBytes())
                .toTuple();
        return CardFailures.known(reading.preparedQuery(FIND).execute(digests).map(rows -> {
            List<Optional<CardOnFile>> found = new ArrayList<>(Collections.nCopies(numbers.size(), Optional.empty()));
            rows.forEach(row -> found.set(row.getInteger(0), Optional.of(CardRows.onFile(row, 1))));
            return found;
        }));
    }

    Future<Optional<CardOnFile>> find(UUID card) {
        return CardFailures.known(reading.preparedQuery(FIND_TOKEN)
                .execute(Tuple.of(card))
                .map(rows -> {
                    Iterator<Row> found = rows.iterator();
                    return found.hasNext() ? Optional.of(CardRows.onFile(found.next(), 0)) : Optional.empty();
                }));
    }

    Future<Optional<Pvv>> pvv(CardOnFile card) {
        Tuple key = Tuple.of(card.accountId().bucket(), card.accountId().value(), card.cardId());
        return CardFailures.known(reading.preparedQuery(PVV).execute(key).map(rows -> {
            Iterator<Row> found = rows.iterator();
            return found.hasNext() ? Optional.ofNullable(CardRows.pvv(found.next(), 0)) : Optional.empty();
        }));
    }

    /** Reads sealed numbers of any tenant, by card id; those that are not there are left out. */
    Future<List<Sealed>> open(List<UUID> cards, Access access) {
        return open(Tuple.of(cards.toArray(UUID[]::new), null, access.actor(), access.purpose()));
    }

    /** Reads sealed numbers of one tenant, by card id; those that are not there are left out. */
    Future<List<Sealed>> open(int tenantId, List<UUID> cards, Access access) {
        return open(Tuple.of(cards.toArray(UUID[]::new), tenantId, access.actor(), access.purpose()));
    }

    private Future<List<Sealed>> open(Tuple parameters) {
        return CardFailures.known(writing.preparedQuery(OPEN)
                .execute(parameters)
                .map(rows -> {
                    List<Sealed> opened = new ArrayList<>();
                    rows.forEach(row -> opened.add(new Sealed(CardRows.onFile(row, 0), CardRows.sealed(row, 7))));
                    return opened;
                }));
    }
}
