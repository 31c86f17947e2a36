package dev.holdfast.engine.iso8583;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.NoSuchElementException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MessageBuilderTest {

    private static MessageBuilder ascii() {
        return Profiles.ASCII_1987.message("0100").set(3, "000000");
    }

    private static Message built(MessageBuilder builder) {
        return (Message) Profiles.ASCII_1987.decode(builder.encode());
    }

    @Test
    void takesTheLastValueOfAField() {
        assertThat(built(ascii().set(4, 1).set(11, 7).set(4, 2)).number(4)).isEqualTo(2);
    }

    @Test
    void leavesOutWhatWasRemoved() {
        assertThat(built(ascii().set(4, 1).set(90, "0".repeat(42)).remove(4).remove(90))
                        .numbers())
                .containsExactly(3);
    }

    @Test
    void keepsTheOldValueWhenANewOneIsRefused() {
        MessageBuilder builder = ascii().set(39, "00");

        assertThatIllegalArgumentException().isThrownBy(() -> builder.set(39, "0-"));
        assertThat(built(builder.set(11, 7)).text(39)).isEqualTo("00");
    }

    @Test
    void growsWithLongFields() {
        MessageBuilder builder = ascii();
        for (int number = 105; number <= 112; number++) {
            builder.set(number, "x".repeat(999));
        }
        assertThat(built(builder).text(112)).hasSize(999);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.set(47, "x".repeat(999)).encode())
                .withMessage("too long");
    }

    @Test
    void padsNumbersWithZerosAndNamesWithSpaces() {
        Message message = built(ascii().set(4, 5).padded(41, "T1"));

        assertThat(message.text(4)).isEqualTo("000000000005");
        assertThat(message.text(41)).isEqualTo("T1      ");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> ascii().set(4, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> ascii().set(4, 1_000_000_000_000L));
        assertThatIllegalArgumentException().isThrownBy(() -> ascii().set(2, 4111));
        assertThatIllegalArgumentException().isThrownBy(() -> ascii().set(4, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> ascii().set(2, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> ascii().set(2, "1".repeat(20)));
        assertThatIllegalArgumentException().isThrownBy(() -> ascii().set(65, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> ascii().set(129, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> ascii().set(41, new byte[8]));
        assertThatIllegalArgumentException().isThrownBy(() -> ascii().set(3, "", Map.of(1, "00")));
        assertThatIllegalArgumentException().isThrownBy(() -> ascii().header(StationHeader.of("111111", "222222")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.ASCII_1987.message("0100").encode());
        assertThatIllegalArgumentException().isThrownBy(() -> Profiles.ASCII_1987.message("1100"));
    }

    @Test
    void refusesToCopyBetweenProfiles() {
        Message message = built(ascii());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.MASTERCARD_STYLE.message("0100").copy(3, message));
        assertThatThrownBy(() -> ascii().copy(4, message)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void needsAHeaderWhereTheProfileHasOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Profiles.VISA_STYLE.message("0100").set(3, "000000").encode());
    }

    @Test
    void readsOnlyNumbersAsNumbers() {
        Message message = built(ascii().set(39, "00"));

        assertThat(message.number(3)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> message.number(39));
        assertThatThrownBy(() -> message.number(4)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> message.text(4)).isInstanceOf(NoSuchElementException.class);
        assertThat(message.find(4)).isNull();
        assertThat(message.has(1)).isFalse();
        assertThat(message.has(129)).isFalse();
    }

    @Test
    void composesAdditionalAmounts() {
        AdditionalAmount available = new AdditionalAmount("10", "02", "608", true, 123_456);

        assertThat(AdditionalAmount.of(built(ascii().set(54, available.text()))))
                .containsExactly(available);
    }
}
