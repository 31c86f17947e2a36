package dev.holdfast.engine.door;

import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.network.Content;
import dev.holdfast.engine.network.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which way the money of a financial advice goes. */
class PresentedDirectionTest {

    private static final UUID CARD = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @ParameterizedTest
    @ValueSource(strings = {"000000", "010000", "090000", "110000", "170000"})
    void takesWhatTheCustomerSpent(String code) {
        assertThat(content(presented(code))).isInstanceOf(Content.Presentment.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"200000", "260000", "280000"})
    void givesRefundsAndPaymentsToTheCard(String code) {
        assertThat(content(presented(code))).isInstanceOf(Content.Refund.class);
    }

    @Test
    void takesAPaymentToTheCardBackAsSuch() {
        MessageBuilder reversal = message("0420", "260000").set(90, "022000000111201430150000001234500000000000");

        assertThat(content(reversal)).isInstanceOf(Content.RefundReversal.class);
    }

    @Test
    void refusesAnInquiryThatIsPresented() {
        assertThatThrownBy(() -> content(presented("300000"))).isInstanceOf(UnfitMessageException.class);
    }

    private static MessageBuilder presented(String code) {
        return message("0220", code);
    }

    private static MessageBuilder message(String type, String code) {
        return Profiles.ASCII_1987
                .message(type)
                .set(2, "5555555555554444")
                .set(3, code)
                .set(4, 12_345)
                .set(7, "1120143015")
                .set(11, 1)
                .set(18, 5411)
                .set(32, "012345")
                .set(49, 608);
    }

    private static Content content(MessageBuilder message) {
        return new MessageReader(Dialects.ASCII_1987)
                .read(message.build(), Instant.parse("2026-11-20T14:30:16Z"))
                .content()
                .of(CARD, Credentials.NONE);
    }
}
