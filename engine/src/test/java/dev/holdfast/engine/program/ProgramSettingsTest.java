package dev.holdfast.engine.program;

import dev.holdfast.engine.control.MccRange;
import dev.holdfast.engine.json.JsonFormException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;

import static dev.holdfast.engine.program.AuthorizationKind.FINAL;
import static dev.holdfast.engine.program.AuthorizationKind.PRE_AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProgramSettingsTest {

    private static final ProgramSettings DEFAULTS = ProgramSettings.DEFAULTS;

    @ParameterizedTest
    @CsvSource({
        "MASTERCARD, 5411, FINAL, 7",
        "MASTERCARD, 5411, PRE_AUTHORIZATION, 30",
        "OTHER, 7011, PRE_AUTHORIZATION, 30",
        "VISA, 5411, FINAL, 7",
        "VISA, 7011, FINAL, 7",
        "VISA, 5411, PRE_AUTHORIZATION, 10",
        "VISA, 7011, PRE_AUTHORIZATION, 30",
        "VISA, 3501, PRE_AUTHORIZATION, 30",
        "VISA, 3790, PRE_AUTHORIZATION, 30",
        "VISA, 3791, PRE_AUTHORIZATION, 10",
        "VISA, 4411, PRE_AUTHORIZATION, 30"
    })
    void lifetimesByDefaultFollowNetworkCategoryAndKind(Network network, int mcc, AuthorizationKind kind, int days) {
        assertThat(DEFAULTS.lifetime(network, mcc, kind)).isEqualTo(Duration.ofDays(days));
    }

    @Test
    void theFirstLifetimeThatMatchesCounts() {
        ProgramSettings settings = with(List.of(
                new HoldLifetime(null, MccRange.of(5542), null, Duration.ofDays(1)),
                new HoldLifetime(null, null, FINAL, Duration.ofDays(2)),
                new HoldLifetime(null, null, null, Duration.ofDays(3))));

        assertThat(settings.lifetime(Network.VISA, 5542, FINAL)).isEqualTo(Duration.ofDays(1));
        assertThat(settings.lifetime(Network.VISA, 5411, FINAL)).isEqualTo(Duration.ofDays(2));
        assertThat(settings.lifetime(Network.VISA, 5411, PRE_AUTHORIZATION)).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void tipsAreToleratedInRestaurantsOnly() {
        assertThat(DEFAULTS.tolerancePercent(5812)).isEqualTo(20);
        assertThat(DEFAULTS.tolerancePercent(5814)).isEqualTo(20);
        assertThat(DEFAULTS.tolerancePercent(5815)).isZero();
        assertThat(DEFAULTS.tolerancePercent(5542)).isZero();
    }

    @Test
    void refusesWhatIsBeyondTheBounds() {
        assertThatThrownBy(() -> with(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with(List.of(new HoldLifetime(Network.VISA, null, null, Duration.ofDays(1)))))
                .hasMessage("the last lifetime must match every authorization");
        assertThatThrownBy(() -> with(Collections.nCopies(101, new HoldLifetime(null, null, null, Duration.ofDays(1)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HoldLifetime(null, null, null, Duration.ofDays(91)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OverCapture(MccRange.of(5812), 101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deadline(199)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deadline(30_001)).isInstanceOf(IllegalArgumentException.class);
        assertThat(deadline(200).decisionDeadline()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void readsWhatItWrites() {
        ProgramSettings other = new ProgramSettings(
                Duration.ofMillis(1_500),
                Fallback.SILENCE,
                List.of(
                        new HoldLifetime(Network.VISA, new MccRange(0, 42), FINAL, Duration.ofMinutes(1)),
                        new HoldLifetime(null, null, null, Duration.ofDays(90))),
                false,
                List.of(),
                ZoneId.of("Asia/Singapore"));

        assertThat(SettingsJson.read(SettingsJson.write(DEFAULTS))).isEqualTo(DEFAULTS);
        assertThat(SettingsJson.read(SettingsJson.write(other))).isEqualTo(other);
        assertThat(SettingsJson.write(other))
                .isEqualTo("{\"decision_deadline_ms\":1500,\"fallback\":\"silence\",\"hold_lifetimes\":["
                        + "{\"network\":\"visa\",\"mccs\":\"0000-0042\",\"kind\":\"final\",\"seconds\":60},"
                        + "{\"seconds\":7776000}],\"partial_approval\":false,\"over_capture\":[],"
                        + "\"time_zone\":\"Asia/Singapore\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"silence\" | \"hope\" | fallback: must be one of [decline_91, decline_96, silence]",
                "1500 | 100 | decision_deadline_ms: must be a whole number from 200 to 30000",
                "\"seconds\":86400 | \"seconds\":1 | hold_lifetimes.0.seconds: must be a whole number from 10 to 7776000",
                "\"mccs\":\"5411\" | \"mccs\":\"x\" | hold_lifetimes.0.mccs: must be a merchant category code",
                "\"seconds\":604800 | \"kind\":\"final\",\"seconds\":1000 | the last lifetime must match",
                "true | 1 | partial_approval: must be true or false",
                "\"UTC\" | \"Mars\" | time_zone: must be a time zone",
                "\"partial_approval\" | \"partial\" | partial: is not known here",
                "\"percent\":20 | \"percent\":101 | over_capture.0.percent: must be a whole number from 0 to 100"
            })
    void saysWhereTheErrorIs(String right, String wrong, String message) {
        String text = "{\"decision_deadline_ms\":1500,\"fallback\":\"silence\",\"hold_lifetimes\":["
                + "{\"mccs\":\"5411\",\"seconds\":86400},{\"seconds\":604800}],\"partial_approval\":true,"
                + "\"over_capture\":[{\"mccs\":\"5812-5814\",\"percent\":20}],\"time_zone\":\"UTC\"}";
        assertThat(SettingsJson.read(text).fallback()).isEqualTo(Fallback.SILENCE);

        assertThatThrownBy(() -> SettingsJson.read(text.replace(right, wrong)))
                .isInstanceOf(JsonFormException.class)
                .hasMessageStartingWith(message);
    }

    private static ProgramSettings with(List<HoldLifetime> lifetimes) {
        return new ProgramSettings(
                Duration.ofSeconds(2), Fallback.DECLINE_91, lifetimes, true, List.of(), DEFAULTS.zone());
    }

    private static ProgramSettings deadline(int millis) {
        return new ProgramSettings(
                Duration.ofMillis(millis), Fallback.DECLINE_91, DEFAULTS.lifetimes(), true, List.of(), DEFAULTS.zone());
    }
}
