package dev.holdfast.engine.challenge;

import dev.holdfast.engine.challenge.ChallengeOutcome.Done;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.Canaries;
import dev.holdfast.engine.testing.LogLines;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.time.Duration;
import java.util.UUID;

import static dev.holdfast.engine.challenge.ChallengeRig.TENANT;
import static dev.holdfast.engine.challenge.ChallengeRig.done;
import static dev.holdfast.engine.challenge.ChallengeRig.refusal;
import static org.assertj.core.api.Assertions.assertThat;

/** Challenges on PostgreSQL, one step after the other. */
@TestInstance(Lifecycle.PER_CLASS)
class ChallengesIT {

    private final ChallengeRig rig = new ChallengeRig();
    private final Challenges challenges = rig.challenges();

    @AfterAll
    void stop() {
        rig.close();
    }

    @BeforeEach
    void tenantTakesEverything() {
        rig.delivery().takes();
    }

    @Test
    void startsAnOobChallengeOfWhichTheTenantIsTold() {
        Challenge challenge = rig.started(ChallengeMethod.OOB);

        assertThat(challenge.progress().state()).isEqualTo(ChallengeState.NOTIFIED);
        assertThat(Duration.between(challenge.createdAt(), challenge.progress().expiresAt()))
                .isEqualTo(ChallengeLimits.DEFAULTS.lifetime());
        assertThat(rig.delivery().asked()).contains(challenge.id());
        assertThat(Await.on(challenges.find(TENANT, challenge.id()))).contains(challenge);
    }

    @Test
    void startsAnOtpChallengeWhoseCodeTheTenantSends() {
        Challenge challenge = rig.started(ChallengeMethod.OTP);

        assertThat(challenge.progress().state()).isEqualTo(ChallengeState.DELIVERED);
        assertThat(challenge.contacts()).isEqualTo(RecordingDelivery.CONTACTS);
        assertThat(rig.delivery().codesOf(challenge.id()))
                .singleElement()
                .asString()
                .matches("[0-9]{6}");
    }

    @Test
    void answersTheSameStartWithTheSameChallengeAndTellsNobody() {
        ChallengeRequest request = rig.request(ChallengeMethod.OTP);
        Challenge first = done(challenges.start(request));

        assertThat(Await.on(challenges.start(request))).isEqualTo(new Done(first, true));
        assertThat(rig.delivery().codesOf(first.id())).hasSize(1);
    }

    @Test
    void refusesAnotherStartUnderTheSameKey() {
        ChallengeRequest request = rig.request(ChallengeMethod.OTP);
        done(challenges.start(request));
        ChallengeRequest other = new ChallengeRequest(
                request.key(),
                request.holder(),
                request.method(),
                new ChallengeRequest.Purchase("Another", request.purchase().amount()));

        assertThat(refusal(challenges.start(other))).isEqualTo(ChallengeRefusal.KEY_REUSED);
    }

    @Test
    void failsAChallengeOfWhichTheTenantCannotBeTold() {
        rig.delivery().takesNothing();

        assertThat(rig.started(ChallengeMethod.OOB).progress().state()).isEqualTo(ChallengeState.FAILED);
        Challenge otp = rig.started(ChallengeMethod.OTP);
        assertThat(otp.progress().state()).isEqualTo(ChallengeState.FAILED);
        assertThat(refusal(rig.type(otp.id(), rig.delivery().lastCodeOf(otp.id()))))
                .isEqualTo(ChallengeRefusal.ALREADY_DECIDED);
    }

    @Test
    void failsAChallengeWhoseDeliveryThrows() {
        rig.delivery().answersWith(Future.failedFuture(new IllegalStateException("a bug")));

        assertThat(rig.started(ChallengeMethod.OTP).progress().state()).isEqualTo(ChallengeState.FAILED);
    }

    @Test
    void approvesTheRightCodeAndForgetsIt() {
        Challenge challenge = rig.started(ChallengeMethod.OTP);
        assertThat(rig.column(challenge.id(), "length(code_digest)")).isEqualTo("32");

        Challenge approved = done(rig.type(challenge.id(), rig.delivery().lastCodeOf(challenge.id())));

        assertThat(approved.progress().state()).isEqualTo(ChallengeState.APPROVED);
        assertThat(rig.column(challenge.id(), "code_digest")).isEqualTo("null");
        assertThat(refusal(rig.type(challenge.id(), rig.delivery().lastCodeOf(challenge.id()))))
                .isEqualTo(ChallengeRefusal.ALREADY_DECIDED);
    }

    @Test
    void endsAfterTheThirdWrongCode() {
        Challenge challenge = rig.started(ChallengeMethod.OTP);
        String wrong = rig.wrongCode(challenge.id());

        assertThat(refusal(rig.type(challenge.id(), wrong))).isEqualTo(ChallengeRefusal.WRONG_CODE);
        assertThat(refusal(rig.type(challenge.id(), wrong))).isEqualTo(ChallengeRefusal.WRONG_CODE);
        assertThat(refusal(rig.type(challenge.id(), wrong))).isEqualTo(ChallengeRefusal.ATTEMPTS_EXCEEDED);
        assertThat(refusal(rig.type(challenge.id(), rig.delivery().lastCodeOf(challenge.id()))))
                .isEqualTo(ChallengeRefusal.ATTEMPTS_EXCEEDED);
        assertThat(rig.column(challenge.id(), "state")).isEqualTo("attempts_exceeded");
    }

    @Test
    void takesTheNewCodeOnlyAndGoesOnCounting() {
        Challenge challenge = rig.started(ChallengeMethod.OTP);
        assertThat(refusal(challenges.resend(TENANT, challenge.id()))).isEqualTo(ChallengeRefusal.TOO_SOON);
        rig.age(challenge.id(), 30);

        Challenge renewed = done(challenges.resend(TENANT, challenge.id()));

        assertThat(renewed.progress().codes()).isEqualTo(2);
        String first = rig.delivery().codesOf(challenge.id()).get(0);
        String second = rig.delivery().lastCodeOf(challenge.id());
        if (!first.equals(second)) {
            assertThat(refusal(rig.type(challenge.id(), first))).isEqualTo(ChallengeRefusal.WRONG_CODE);
            assertThat(done(rig.type(challenge.id(), second)).progress().attempts())
                    .isEqualTo(2);
        }
    }

    @Test
    void sendsNoMoreThanFourCodes() {
        Challenge challenge = rig.started(ChallengeMethod.OTP);
        for (int i = 0; i < 3; i++) {
            rig.age(challenge.id(), 31);
            done(challenges.resend(TENANT, challenge.id()));
        }
        rig.age(challenge.id(), 31);

        assertThat(refusal(challenges.resend(TENANT, challenge.id()))).isEqualTo(ChallengeRefusal.NO_CODES_LEFT);
        assertThat(rig.delivery().codesOf(challenge.id())).hasSize(4);
    }

    @Test
    void killsTheOldCodeEvenIfTheNewOneIsNotSent() {
        Challenge challenge = rig.started(ChallengeMethod.OTP);
        String first = rig.delivery().lastCodeOf(challenge.id());
        rig.age(challenge.id(), 30);
        rig.delivery().takesNothing();

        assertThat(refusal(challenges.resend(TENANT, challenge.id()))).isEqualTo(ChallengeRefusal.NOT_DELIVERED);

        assertThat(rig.column(challenge.id(), "state")).isEqualTo("delivered");
        if (!first.equals(rig.delivery().lastCodeOf(challenge.id()))) {
            assertThat(refusal(rig.type(challenge.id(), first))).isEqualTo(ChallengeRefusal.WRONG_CODE);
        }
    }

    @Test
    void hearsTheSameResultTwiceAndNoOther() {
        Challenge challenge = rig.started(ChallengeMethod.OOB);
        assertThat(done(rig.answer(challenge, ChallengeAnswer.PENDING))
                        .progress()
                        .state())
                .isEqualTo(ChallengeState.NOTIFIED);
        Challenge declined = done(rig.answer(challenge, ChallengeAnswer.DECLINED));

        assertThat(declined.progress().state()).isEqualTo(ChallengeState.DECLINED);
        assertThat(rig.column(challenge.id(), "reason")).isEqualTo("said so");
        assertThat(Await.on(rig.answer(challenge, ChallengeAnswer.DECLINED))).isEqualTo(new Done(declined, true));
        assertThat(refusal(rig.answer(challenge, ChallengeAnswer.APPROVED)))
                .isEqualTo(ChallengeRefusal.ALREADY_DECIDED);
        assertThat(refusal(rig.answer(challenge, ChallengeAnswer.PENDING))).isEqualTo(ChallengeRefusal.ALREADY_DECIDED);
        assertThat(rig.column(challenge.id(), "state")).isEqualTo("declined");
    }

    @Test
    void refusesAnAnswerThatComesLate() {
        Challenge oob = rig.started(ChallengeMethod.OOB);
        Challenge otp = rig.started(ChallengeMethod.OTP);
        rig.age(oob.id(), 300);
        rig.age(otp.id(), 300);

        assertThat(Await.on(challenges.find(TENANT, oob.id()))
                        .orElseThrow()
                        .progress()
                        .state())
                .isEqualTo(ChallengeState.EXPIRED);
        assertThat(refusal(rig.answer(oob, ChallengeAnswer.APPROVED))).isEqualTo(ChallengeRefusal.EXPIRED);
        assertThat(refusal(rig.type(otp.id(), rig.delivery().lastCodeOf(otp.id()))))
                .isEqualTo(ChallengeRefusal.EXPIRED);
        assertThat(refusal(challenges.resend(TENANT, otp.id()))).isEqualTo(ChallengeRefusal.EXPIRED);
        assertThat(rig.column(otp.id(), "state || ' ' || attempts || coalesce(code_digest::text, '-')"))
                .isEqualTo("expired 0-");
    }

    @Test
    void expiresWhatNobodyAsksAbout() {
        Challenge due = rig.started(ChallengeMethod.OTP);
        Challenge open = rig.started(ChallengeMethod.OTP);
        rig.age(due.id(), 301);

        assertThat(Await.on(challenges.expireDue(Challenges.MAX_EXPIRED))).isPositive();

        assertThat(rig.column(due.id(), "state")).isEqualTo("expired");
        assertThat(rig.column(due.id(), "code_digest")).isEqualTo("null");
        assertThat(rig.column(open.id(), "state")).isEqualTo("delivered");
    }

    @Test
    void refusesTheStepsOfTheOtherMethod() {
        Challenge oob = rig.started(ChallengeMethod.OOB);
        Challenge otp = rig.started(ChallengeMethod.OTP);

        assertThat(refusal(rig.type(oob.id(), "123456"))).isEqualTo(ChallengeRefusal.OTHER_METHOD);
        assertThat(refusal(challenges.resend(TENANT, oob.id()))).isEqualTo(ChallengeRefusal.OTHER_METHOD);
        assertThat(refusal(rig.answer(otp, ChallengeAnswer.APPROVED))).isEqualTo(ChallengeRefusal.OTHER_METHOD);
    }

    @Test
    void findsNothingForAnotherTenantOrUnderOtherReferences() {
        Challenge oob = rig.started(ChallengeMethod.OOB);
        Challenge otp = rig.started(ChallengeMethod.OTP);
        ChallengeReply reply = ChallengeRig.reply(oob, ChallengeAnswer.APPROVED);
        ChallengeReply.Names names = reply.names();
        ChallengeReply otherCard = new ChallengeReply(
                oob.id(),
                new ChallengeReply.Names(UUID.randomUUID(), names.accountRef(), names.customerRef()),
                ChallengeAnswer.APPROVED,
                null);

        assertThat(Await.on(challenges.find(TENANT + 1, oob.id()))).isEmpty();
        assertThat(refusal(challenges.answer(TENANT + 1, reply))).isEqualTo(ChallengeRefusal.NOT_FOUND);
        assertThat(refusal(challenges.answer(TENANT, otherCard))).isEqualTo(ChallengeRefusal.NOT_FOUND);
        assertThat(refusal(challenges.type(
                        TENANT + 1, otp.id(), Codes.read("123456").orElseThrow())))
                .isEqualTo(ChallengeRefusal.NOT_FOUND);
        assertThat(refusal(challenges.resend(TENANT + 1, otp.id()))).isEqualTo(ChallengeRefusal.NOT_FOUND);
        assertThat(rig.column(otp.id(), "attempts")).isEqualTo("0");
    }

    @Test
    void capsAnHoursChallengesOfACardAndOfAnAccount() {
        UUID card = UUID.randomUUID();
        for (int i = 0; i < 10; i++) {
            done(challenges.start(rig.request(ChallengeMethod.OOB, "capped", card)));
        }
        assertThat(refusal(challenges.start(rig.request(ChallengeMethod.OOB, "capped", card))))
                .isEqualTo(ChallengeRefusal.TOO_MANY_OF_CARD);
        for (int i = 0; i < 10; i++) {
            done(challenges.start(rig.request(ChallengeMethod.OOB, "capped", UUID.randomUUID())));
        }
        ChallengeRequest another = rig.request(ChallengeMethod.OOB, "capped", UUID.randomUUID());
        assertThat(refusal(challenges.start(another))).isEqualTo(ChallengeRefusal.TOO_MANY_OF_ACCOUNT);

        rig.database()
                .execute("UPDATE challenge SET created_at = created_at - interval '1 hour'"
                        + " WHERE account_ref = 'capped'");
        assertThat(done(challenges.start(another)).progress().state()).isEqualTo(ChallengeState.NOTIFIED);
    }

    @Test
    void keepsTheCodeOutOfRowsLogsAndOutcomes() {
        try (LogLines log = new LogLines()) {
            Challenge challenge = rig.started(ChallengeMethod.OTP);
            String code = rig.delivery().lastCodeOf(challenge.id());
            String shown = challenge + " " + Await.on(rig.type(challenge.id(), rig.wrongCode(challenge.id())));
            Canaries canaries = new Canaries().withWord(code);
            assertThat(canaries.in("code=" + code)).isTrue();

            assertThat(canaries.in(shown)).isFalse();
            assertThat(log.texts()).noneMatch(canaries::in);
            assertThat(Canaries.rows(rig.database().url())
                            .filter(row -> row.contains(challenge.id().toString())))
                    .isNotEmpty()
                    .noneMatch(canaries::in);
        }
    }
}
