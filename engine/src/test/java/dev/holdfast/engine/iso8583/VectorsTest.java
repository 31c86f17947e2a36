package dev.holdfast.engine.iso8583;

import org.junit.jupiter.api.Test;

import java.util.Map;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class VectorsTest {

    private static Message decoded(Profile profile, byte[] bytes) {
        Message message = profile.decode(bytes).fold(found -> found, malformed -> {
            throw new AssertionError(malformed.toString());
        });
        assertThat(RandomMessages.written(message)).isEqualTo(bytes);
        return message;
    }

    @Test
    void readsAnAsciiAuthorization() {
        Message message = decoded(Profiles.ASCII_1987, Vectors.ASCII_AUTHORIZATION);

        assertThat(message.mti()).isEqualTo(Mti.of("0100"));
        assertThat(message.numbers()).containsExactly(2, 3, 4, 7, 11, 14, 18, 22, 37, 41, 49, 52, 54);
        assertThat(message.text(2)).isEqualTo("4111111111111111");
        assertThat(message.number(4)).isEqualTo(12_345);
        assertThat(message.text(41)).isEqualTo("TERM0001");
        assertThat(message.text(52)).isEqualTo("0123456789ABCDEF");
        assertThat(AdditionalAmount.of(message))
                .containsExactly(
                        new AdditionalAmount("00", "02", "608", true, 1000),
                        new AdditionalAmount("01", "40", "608", false, 500));
        assertThat(message)
                .hasToString("0100 DE2 DE3=000000 DE4=000000012345 DE7=1120143015 DE11=000042 DE14 DE18=5411"
                        + " DE22=051 DE37=632414000042 DE41 DE49=608 DE52 DE54");
    }

    @Test
    void readsAnAsciiReversalWithItsOriginalAndWhatIsLeft() {
        Message message = decoded(Profiles.ASCII_1987, Vectors.ASCII_REVERSAL);

        OriginalData original = OriginalData.of(message);
        assertThat(original).isEqualTo(new OriginalData("0100", "625006", "0204144801", "00000013401", "00000200350"));
        ReplacementAmounts left = requireNonNull(ReplacementAmounts.of(message));
        assertThat(left.transaction()).isEqualTo(4000);
        assertThat(left.isFull()).isFalse();
        assertThat(left.billing()).isEmpty();
    }

    @Test
    void readsTheElementsOfAsciiAdditionalDataWithoutACategory() {
        Message message = decoded(Profiles.ASCII_1987, Vectors.ASCII_INCREMENT);

        assertThat(message.element(48, 61, 1)).isEqualTo("1");
        assertThat(message.element(48, 63)).isEqualTo("MCC1234561120  ");
        assertThat(message.element(63, 1)).isEqualTo("MCC");
        assertThat(message.element(63, 2)).isEqualTo("123457");
        assertThat(message.text(126)).isEqualTo("0102");
    }

    @Test
    void readsAMastercardStyleAuthorizationDownToItsElements() {
        Message message = decoded(Profiles.MASTERCARD_STYLE, Vectors.MASTERCARD_AUTHORIZATION);

        assertThat(message.text(2)).isEqualTo("5555555555554444");
        assertThat(message.number(6)).isEqualTo(12_345);
        assertThat(message.text(48)).isEqualTo("R420701032126105" + "10001");
        assertThat(message.element(48, 42)).isEqualTo("0103212");
        assertThat(message.element(48, 42, 1)).isEqualTo("212");
        assertThat(message.element(48, 61, 5)).isEqualTo("1");
        assertThat(message.element(48, 92)).isNull();
        assertThat(message.element(61, 4)).isEqualTo("5");
        assertThat(message.element(61, 13)).isEqualTo("608");
        assertThat(message.element(61, 14)).isEqualTo("1234567890");
        assertThat(message.element(63, 1)).isEqualTo("MCC");
        assertThat(message.element(63, 2)).isEqualTo("123456789");
    }

    @Test
    void writesAMastercardStyleAuthorizationFromElements() {
        byte[] written = Profiles.MASTERCARD_STYLE
                .message("0100")
                .set(63, "MCC123456789")
                .set(61, "10251000006" + "00" + "608" + "1234567890")
                .set(51, 608)
                .set(49, 608)
                .set(48, "R", Map.of(61, "10001", 42, "0103212"))
                .set(41, "TERM0001")
                .set(37, "632414000042")
                .set(32, "012345")
                .set(22, "810")
                .set(18, 5411)
                .set(11, 42)
                .set(7, "1120143015")
                .set(6, 12_345)
                .set(4, 12_345)
                .set(3, "000000")
                .set(2, "5555555555554444")
                .encode();

        assertThat(written).isEqualTo(Vectors.MASTERCARD_AUTHORIZATION);
    }

    @Test
    void readsAMastercardStyleKeyExchange() {
        Message message = decoded(Profiles.MASTERCARD_STYLE, Vectors.MASTERCARD_KEY_EXCHANGE);

        assertThat(message.numbers()).containsExactly(2, 7, 11, 33, 63, 70, 110);
        assertThat(message.number(70)).isEqualTo(161);
        assertThat(message.text(110)).isEqualTo("KEYS");
    }

    @Test
    void readsElementsWithoutACategoryCode() {
        byte[] bytes = Profiles.MASTERCARD_STYLE
                .message("0800")
                .set(48, "", Map.of(11, "KEYS", 63, "MCC123456112000"))
                .encode();

        Message message = decoded(Profiles.MASTERCARD_STYLE, bytes);

        assertThat(message.element(48, 11)).isEqualTo("KEYS");
        assertThat(message.element(48, 63)).isEqualTo("MCC123456112000");
    }

    @Test
    void readsAVisaStyleAuthorizationDownToItsElements() {
        Message message = decoded(Profiles.VISA_STYLE, Vectors.VISA_AUTHORIZATION);

        assertThat(message.header()).hasToString("222222>111111");
        assertThat(message.text(2)).isEqualTo("4111111111111111");
        assertThat(message.text(22)).isEqualTo("051");
        assertThat(message.text(35)).isEqualTo("4111111111111111=31121011");
        assertThat(message.text(42)).isEqualTo("MERCHANT0000001");
        assertThat(message.element(60, 1)).isEqualTo("0");
        assertThat(message.element(60, 2)).isEqualTo("5");
        assertThat(message.element(60, 8)).isNull();
        assertThat(message.element(62, 1)).isEqualTo("E");
        assertThat(message.element(62, 2)).isEqualTo("462324123456789");
        assertThat(message.element(62, 3)).isNull();
        assertThat(message.element(63, 3)).isEqualTo("2104");
    }

    @Test
    void writesAVisaStyleAnswerWithTheStationsSwapped() {
        Message request = decoded(Profiles.VISA_STYLE, Vectors.VISA_AUTHORIZATION);

        byte[] answer = request.answer(2, 11, 62).set(39, "00").encode();

        assertThat(answer).isEqualTo(Vectors.hex("""
                        16 01 02 0040 222222 111111 00 0000 000000 00 000000 00
                        0110
                        4020000002000004
                        10 4111111111111111
                        000042
                        F0F0
                        11 C000000000000000 C5 0462324123456789
                        """));
    }
}
