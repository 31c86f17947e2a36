package dev.holdfast.ledgerapi.delivery;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.challenge.Challenge;
import dev.holdfast.engine.challenge.ChallengeId;
import dev.holdfast.engine.challenge.ChallengeMethod;
import dev.holdfast.engine.challenge.ChallengeProgress;
import dev.holdfast.engine.challenge.ChallengeRequest;
import dev.holdfast.engine.challenge.ChallengeRequest.Holder;
import dev.holdfast.engine.challenge.ChallengeRequest.Purchase;
import dev.holdfast.engine.challenge.ChallengeState;
import dev.holdfast.engine.challenge.Codes;
import dev.holdfast.engine.challenge.DeliveryOutcome;
import dev.holdfast.engine.challenge.DeliveryOutcome.NotTaken;
import dev.holdfast.engine.challenge.DeliveryOutcome.Problem;
import dev.holdfast.engine.challenge.DeliveryOutcome.Taken;
import dev.holdfast.engine.challenge.MaskedContacts;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.testing.LogLines;
import dev.holdfast.engine.vault.SecretDigits;
import dev.holdfast.ledgerapi.delivery.ChallengeTarget.Credential;
import dev.holdfast.ledgerapi.delivery.ScriptedTenant.Asked;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.MGF1ParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

import static dev.holdfast.ledgerapi.testing.RunningApi.await;
import static org.assertj.core.api.Assertions.assertThat;

class HttpChallengeDeliveryIT {

    private static final String ID = "0c6fd1b3-5b9e-4d6f-9f13-5f0d4bb1a0f2";
    private static final String CARD = "5b9e0c6f-d1b3-4d6f-9f13-5f0d4bb1a0f2";
    private static final String CODE = "012345";
    private static final Instant BEGUN = Instant.parse("2026-01-31T12:00:00Z");
    private static final String SENT = "{\"three_ds_challenge_id\":\"" + ID
            + "\",\"masked_email\":\"j***@example.com\",\"masked_phone_number\":\"*** 4242\"}";

    /** For tests that wait for it: short, and no shorter than an answer on this machine may take. */
    private static final DeliveryTimes SHORT = new DeliveryTimes(Duration.ofMillis(300), Duration.ofMillis(1), 3);

    private static final DeliveryTimes LONG = new DeliveryTimes(Duration.ofSeconds(20), Duration.ofMillis(1), 3);

    private final Vertx vertx = Vertx.vertx();
    private final ScriptedTenant tenant = new ScriptedTenant(vertx);

    @AfterEach
    void stop() {
        tenant.close();
        await(vertx.close());
    }

    private HttpChallengeDelivery delivery(DeliveryTimes times, Optional<CodeEncryption> encryption) {
        ChallengeTarget target = new ChallengeTarget(
                tenant.place("/oob"), tenant.place("/otp"), Optional.of(new Credential("X-Key", "s3cret")), encryption);
        return new HttpChallengeDelivery(vertx, number -> number == 7 ? Optional.of(target) : Optional.empty(), times);
    }

    private static Challenge challenge(ChallengeMethod method, int tenantId) {
        ChallengeRequest request = new ChallengeRequest(
                "key",
                new Holder(new AccountKey(tenantId, "acc"), UUID.fromString(CARD), "customer-1"),
                method,
                new Purchase("Kopi & Co", new Money(12_050, Currency.of("PHP"))));
        ChallengeProgress progress =
                new ChallengeProgress(method, ChallengeState.CREATED, 0, 1, BEGUN, BEGUN.plusSeconds(300));
        return new Challenge(new ChallengeId(UUID.fromString(ID)), request, progress, MaskedContacts.NONE, BEGUN);
    }

    private static SecretDigits code() {
        return Codes.read(CODE).orElseThrow();
    }

    private DeliveryOutcome ask(DeliveryTimes times) {
        return await(delivery(times, Optional.empty()).askCardholder(challenge(ChallengeMethod.OOB, 7)));
    }

    private DeliveryOutcome send(DeliveryTimes times) {
        return await(delivery(times, Optional.empty()).sendCode(challenge(ChallengeMethod.OTP, 7), code()));
    }

    @Test
    void tellsOfAnOobChallengeAsTheReferenceShows() {
        tenant.then(202, "");

        assertThat(ask(LONG)).isEqualTo(new Taken(MaskedContacts.NONE));

        Asked asked = tenant.asked().get(0);
        assertThat(asked.method()).isEqualTo(HttpMethod.POST);
        assertThat(asked.path()).isEqualTo("/oob");
        assertThat(asked.key()).isEqualTo("s3cret");
        assertThat(asked.body())
                .isEqualTo("{\"three_ds_challenge_id\":\"" + ID + "\",\"tenant_customer_ref\":\"customer-1\","
                        + "\"customer_id\":\"c7e2a3d0-b472-8f4e-8a2d-1d07ffae1720\",\"tenant_account_ref\":\"acc\","
                        + "\"account_id\":\"34bfdd84-662d-84e9-b026-ebf5a7578133\",\"static_token_id\":\"" + CARD
                        + "\",\"merchant_name\":\"Kopi & Co\",\"transaction_amount\":120.50,"
                        + "\"transaction_currency\":\"PHP\",\"creation_time\":\"2026-01-31T12:00:00.000000Z\"}");
    }

    @Test
    void hasACodeSentAndHearsWhereItWent() {
        tenant.then(200, SENT);

        assertThat(send(LONG)).isEqualTo(new Taken(new MaskedContacts("j***@example.com", "*** 4242")));

        assertThat(tenant.asked().get(0).path()).isEqualTo("/otp");
        assertThat(tenant.asked().get(0).body()).endsWith(",\"authentication_credential\":\"012345\"}");
    }

    @Test
    void sendsACodeInNoOtherFormThanEncryptedToATenantWithAKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        KeyPair pair = generator.generateKeyPair();
        CodeEncryption encryption = CodeEncryption.of(pair.getPublic().getEncoded());
        tenant.then(200, SENT);

        await(delivery(LONG, Optional.of(encryption)).sendCode(challenge(ChallengeMethod.OTP, 7), code()));

        String body = tenant.asked().get(0).body();
        assertThat(body).doesNotContain(CODE).doesNotContain("\"authentication_credential\"");
        String encrypted = body.replaceAll(".*\"encrypted_authentication_credential\":\"([^\"]+)\".*", "$1");
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                pair.getPrivate(),
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        assertThat(new String(cipher.doFinal(Base64.getDecoder().decode(encrypted)), StandardCharsets.US_ASCII))
                .isEqualTo(CODE);
    }

    @Test
    void tellsNobodyWhereThereIsNoTarget() {
        assertThat(await(delivery(LONG, Optional.empty()).askCardholder(challenge(ChallengeMethod.OOB, 8))))
                .isEqualTo(new NotTaken(Problem.NO_TARGET));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void triesAgainWhatMayWorkTheNextTime(int status) {
        tenant.then(status, "").then(request -> request.connection().close()).then(202, "");

        assertThat(ask(LONG)).isInstanceOf(Taken.class);
        assertThat(tenant.asked()).hasSize(3);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        tenant.then(503, "").then(503, "").then(503, "").then(202, "");

        assertThat(ask(LONG)).isEqualTo(new NotTaken(Problem.REFUSED));
        assertThat(tenant.asked()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"200", "204", "400", "401", "404", "410", "500"})
    void takesNoOtherAnswerThanAcceptedForAnOobChallenge(int status) {
        tenant.then(status, "").then(202, "");

        assertThat(ask(LONG)).isEqualTo(new NotTaken(Problem.REFUSED));
        assertThat(tenant.asked()).hasSize(1);
    }

    @Test
    void followsNoRedirect() {
        tenant.then(request -> request.response()
                        .setStatusCode(303)
                        .putHeader("location", tenant.place("/elsewhere").toString())
                        .end())
                .then(200, SENT);

        assertThat(send(LONG)).isEqualTo(new NotTaken(Problem.REFUSED));
        assertThat(tenant.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"three_ds_challenge_id\":\"5b9e0c6f-d1b3-4d6f-9f13-5f0d4bb1a0f2\"}",
                "{\"three_ds_challenge_id\":\"" + ID + "\",\"masked_email\":1}",
                "{\"three_ds_challenge_id\":\"" + ID
                        + "\",\"masked_phone_number\":\"123456789012345678901234567890123\"}"
            })
    void takesNoAnswerThatIsNotAboutTheChallenge(String answer) {
        tenant.then(200, answer);

        assertThat(send(LONG)).isEqualTo(new NotTaken(Problem.BAD_ANSWER));
    }

    @Test
    void readsNoAnswerBeyondItsBound() {
        tenant.then(200, SENT + " ".repeat(10_000));

        assertThat(send(LONG)).isEqualTo(new NotTaken(Problem.BAD_ANSWER));
    }

    @Test
    void waitsNoLongerThanItMayForATenantWhoIsSilent() {
        tenant.then(request -> {});

        assertThat(send(SHORT)).isEqualTo(new NotTaken(Problem.TIMED_OUT));
        assertThat(tenant.asked()).hasSize(1);
    }

    @Test
    void waitsNoLongerThanItMayForATenantWhoDrips() {
        tenant.then(request -> {
            request.response().setChunked(true).write("{");
            vertx.setPeriodic(20, tick -> request.response().write(" "));
        });

        assertThat(send(SHORT)).isEqualTo(new NotTaken(Problem.TIMED_OUT));
    }

    @Test
    void saysThatATenantIsUnreachable() {
        tenant.close();

        assertThat(send(LONG)).isEqualTo(new NotTaken(Problem.UNREACHABLE));
    }

    @Test
    void logsNothingOfTheCode() {
        try (LogLines log = new LogLines()) {
            tenant.then(400, CODE).then(request -> request.connection().close());
            send(LONG);
            send(LONG);

            assertThat(log.texts()).noneMatch(line -> line.contains(CODE) || line.contains("s3cret"));
        }
    }
}
