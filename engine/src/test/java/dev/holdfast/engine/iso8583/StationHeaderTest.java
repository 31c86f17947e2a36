package dev.holdfast.engine.iso8583;

import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StationHeaderTest {

    @Test
    void saysWhyTheNetworkRejectsAMessage() {
        Decoded decoded = Profiles.VISA_STYLE.decode(Vectors.hex("""
                1A 01 02 0027 111111 222222 07 8001 000000 05 000000 09 4000 0123
                0110
                2000000000000000
                000000
                """));

        assertThat(decoded).isInstanceOf(Message.class);
        StationHeader header = requireNonNull(((Message) decoded).header());
        assertThat(header.rejectCode()).isEqualTo("0123");
        assertThat(header).hasToString("222222>111111 rejected 0123");
    }

    @Test
    void isAnsweredWithStationsSwappedAndTheRestAsReceived() {
        StationHeader header = StationHeader.of("123456", "654321");

        assertThat(header.answer().destination()).isEqualTo("654321");
        assertThat(header.answer().source()).isEqualTo("123456");
        assertThat(header.answer().rejectCode()).isNull();
    }

    @Test
    void refusesAStationThatIsNotSixDigits() {
        assertThatIllegalArgumentException().isThrownBy(() -> StationHeader.of("12345", "654321"));
        assertThatIllegalArgumentException().isThrownBy(() -> StationHeader.of("123456", "65432X"));
    }
}
