package dev.holdfast.engine.iso8583;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A known card number goes in everywhere it can, and must come out nowhere in print. */
class CardDataTest {

    private static final String PAN = "4111111111111111";
    private static final String TRACK_2 = PAN + "=31121011234567890";

    static java.util.List<Profile> profiles() {
        return RandomMessages.PROFILES;
    }

    private static MessageBuilder canary(Profile profile) {
        MessageBuilder builder = profile.message("0100");
        if (profile.isHeaded()) {
            builder.header(StationHeader.of("111111", "222222"));
        }
        return builder.set(2, PAN)
                .set(3, "000000")
                .set(4, 12_345)
                .set(11, 42)
                .set(35, TRACK_2)
                .set(45, "B" + PAN + "^CANARY/CARD^3112101")
                .set(
                        52,
                        HexFormat.of()
                                .formatHex(PAN.getBytes(StandardCharsets.US_ASCII))
                                .substring(0, 16))
                .padded(42, PAN.substring(0, 15))
                .padded(43, PAN)
                .set(102, PAN)
                .set(103, PAN);
    }

    private static byte[] bytes(Profile profile) {
        MessageBuilder builder = canary(profile);
        if (profile == Profiles.MASTERCARD_STYLE) {
            builder.set(48, "R", Map.of(33, "0216" + PAN, 43, PAN, 92, "411"));
        } else if (profile == Profiles.VISA_STYLE) {
            builder.set(126, "", Map.of(10, "114111"))
                    .set(55, "010015" + "5A08" + PAN + "5702" + "4111" + "95050000000000");
        }
        return builder.encode();
    }

    private static void assertNoCardNumber(String printed) {
        String upper = printed.toUpperCase(Locale.ROOT);
        byte[] ascii = PAN.getBytes(StandardCharsets.US_ASCII);
        byte[] ebcdic = PAN.getBytes(Charset.forName("IBM1047"));
        assertThat(upper)
                .doesNotContain("411111111")
                .doesNotContain(HexFormat.of().withUpperCase().formatHex(ascii, 0, 8))
                .doesNotContain(HexFormat.of().withUpperCase().formatHex(ebcdic, 0, 8));
        assertThat(printed)
                .doesNotContain(Base64.getEncoder().encodeToString(ascii).substring(0, 8))
                .doesNotContain("CANARY");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aMessagePrintsItsTypeAmountAndTraceNumberOnly(Profile profile) {
        Message message = (Message) profile.decode(bytes(profile));

        assertNoCardNumber(message.toString());
        assertThat(message.toString())
                .startsWith("0100 DE2 DE3=000000 DE4=000000012345 DE11=000042 DE35 DE42 DE43 DE45 ")
                .contains("DE102 DE103");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void noFailureQuotesTheMessage(Profile profile) {
        byte[] good = bytes(profile);
        Random random = new Random(PAN.hashCode());
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] = (byte) random.nextInt(256);

            assertNoCardNumber(profile.decode(bad).toString());
            assertNoCardNumber(profile.decode(good, 0, at).toString());
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void noRefusalOfTheBuilderQuotesTheValue(Profile profile) {
        for (int number = 2; number <= FieldTable.LAST; number++) {
            int field = number;
            for (String value : new String[] {PAN, PAN + "\n", TRACK_2 + "X", PAN + "é"}) {
                Throwable refusal = catchThrowable(() -> canary(profile).set(field, value));
                if (refusal != null) {
                    assertThat(refusal)
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasNoCause();
                    assertNoCardNumber(refusal.toString());
                }
            }
        }
    }

    @Test
    void theBuilderPrintsItsTypeOnly() {
        assertThat(canary(Profiles.ASCII_1987)).hasToString("0100");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyPrintableFieldIsFixedAndTooShortForACardNumber(Profile profile) {
        for (int number = 2; number <= FieldTable.LAST; number++) {
            FieldSpec spec = profile.fields().find(number);
            if (spec != null && FieldTable.isPrintable(number)) {
                assertThat(spec.size().isFixed()).isTrue();
                assertThat(spec.size().max()).isLessThanOrEqualTo(12);
            }
        }
    }

    @Test
    void namesTheFieldAndTheReasonOfARefusal() {
        assertThatThrownBy(() -> canary(Profiles.ASCII_1987).set(2, PAN + "A"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DE2: BAD_CHARACTER");
    }
}
