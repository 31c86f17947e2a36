package dev.holdfast.ledgerapi.network.twin;

import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.engine.door.Iso8583Door;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.program.ProgramSettings;
import dev.holdfast.engine.testing.Jdbc;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.RunningApi;
import dev.holdfast.ledgerapi.testing.TestCards;
import dev.holdfast.ledgerapi.testing.TestCards.TestCard;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A message comes to the same whichever door it comes through. */
class BothDoorsIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private static final int CARDS = 8;
    private static final int MESSAGES = 1_200;
    private static final long SEED = 20_261_121;

    private final Iso8583Door door = new Iso8583Door(API.engine().networkHost());

    static Stream<Profile> dialects() {
        return Stream.of(Profiles.ASCII_1987, Profiles.MASTERCARD_STYLE, Profiles.VISA_STYLE);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void answersAlikeAndMovesTheSameMoneyThroughBothDoors(Profile dialect) {
        ApiClient isoTenant = patientTenant();
        ApiClient jsonTenant = patientTenant();
        List<TestCard> isoCards = population(isoTenant);
        List<TestCard> jsonCards = population(jsonTenant);
        IsoSpeaker iso = new IsoSpeaker(door, dialect, isoCards);
        JsonSpeaker json = new JsonSpeaker(jsonTenant, dialect, jsonCards);
        RandomStatements statements = new RandomStatements(SEED, CARDS);

        for (int i = 0; i < MESSAGES; i++) {
            Spoken spoken = statements.next();
            assertThat(json.say(spoken))
                    .as("seed %d, message %d: %s", SEED, i, spoken)
                    .isEqualTo(iso.say(spoken));
        }

        for (int card = 0; card < CARDS; card++) {
            assertThat(journal(jsonTenant, jsonCards.get(card)))
                    .as("journal of card %d", card)
                    .isEqualTo(journal(isoTenant, isoCards.get(card)));
        }
        assertThat(RunningApi.await(API.engine().verifier().verify()).findings())
                .isEmpty();
    }

    /** Decides even where this machine is slow. */
    private static ApiClient patientTenant() {
        ApiClient tenant = API.newTenant();
        ProgramSettings usual = ProgramSettings.DEFAULTS;
        ProgramSettings patient = new ProgramSettings(
                Duration.ofSeconds(30),
                usual.fallback(),
                usual.lifetimes(),
                usual.partialApproval(),
                usual.tolerances(),
                usual.zone());
        RunningApi.await(API.engine().programs().change(tenant.tenant().id(), patient, 0));
        return tenant;
    }

    /** Rich and poor; the last card but one is locked, the last one's account is inactive. */
    private static List<TestCard> population(ApiClient tenant) {
        TestCards office = new TestCards(API.engine());
        List<TestCard> cards = new ArrayList<>();
        for (int i = 0; i < CARDS; i++) {
            cards.add(office.issue(tenant, tenant.openAccount(String.valueOf(20 + 150 * i))));
        }
        TestCard locked = cards.get(CARDS - 2);
        office.change(tenant, locked, CardStatus.LOCKED);
        tenant.patch("/v1/ledger/accounts/" + cards.get(CARDS - 1).account(), "{\"status\":\"inactive\"}");
        return cards;
    }

    private static String journal(ApiClient tenant, TestCard card) {
        return Jdbc.queryText(
                API.database().url(), """
                SELECT string_agg(concat_ws(' ', j.operation, j.amount_minor, j.available_after_minor, j.held_after_minor),
                                  E'\\n' ORDER BY j.seq)
                FROM journal j JOIN account a USING (bucket, account_id)
                WHERE a.tenant_id = %d AND a.account_ref = '%s'
                """.formatted(tenant.tenant().id(), card.account()));
    }
}
