package dev.holdfast.engine.hsm;

import dev.holdfast.engine.hsm.PinBlockOutcome.Problem;
import dev.holdfast.engine.hsm.PinBlockOutcome.Read;
import dev.holdfast.engine.hsm.PinBlockOutcome.Unreadable;
import dev.holdfast.engine.vault.KeyBytes;
import dev.holdfast.engine.vault.NumberedKeys;
import dev.holdfast.engine.vault.Pan;
import dev.holdfast.engine.vault.Pans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class SoftwareHsmTest {

    private static final Pan PAN = Pans.pan("4564320000980369");
    private static final YearMonth EXPIRY = YearMonth.of(2029, 4);
    private static final ServiceCode STRIPE = ServiceCode.ofStripe("101").orElseThrow();

    private final SecureRandom random = new SecureRandom();
    private final HsmKeys keys = new HsmKeys(
            key("0123456789ABCDEFFEDCBA9876543210"),
            NumberedKeys.single(1, key("5CA64B3C22BEC347CA7E6609904BAAED")),
            key("1C1C2A2A3B3B4D4D5E5E6F6F70708080"),
            key("C1D0F8FB4958670DBA40AB1F3752EF0D"),
            false);
    private final Hsm hsm = new SoftwareHsm(keys, ExpiryOrder.MMYY, random);

    @Test
    void verifiesAPinByItsPublishedValue() {
        Pvv pvv = hsm.pvv(PAN, pin("2205"));

        assertThat(pvv).isEqualTo(Pvv.parse(1, "3856").orElseThrow());
        assertThat(hsm.verifyPin(PAN, pin("2205"), pvv)).isTrue();
        assertThat(hsm.verifyPin(PAN, pin("2206"), pvv)).isFalse();
    }

    @Test
    void verifiesEachKindOfCardVerificationValueAsItselfAlone() {
        Cvv cvv = hsm.cvv(PAN, EXPIRY, STRIPE);
        Cvv cvv2 = hsm.cvv(PAN, EXPIRY, ServiceCode.CARD_NOT_PRESENT);
        Cvv icvv = hsm.cvv(PAN, EXPIRY, ServiceCode.CHIP);

        assertThat(hsm.verifyCvv(PAN, EXPIRY, STRIPE, cvv)).isTrue();
        assertThat(hsm.verifyCvv(PAN, EXPIRY, ServiceCode.CARD_NOT_PRESENT, cvv2))
                .isTrue();
        assertThat(hsm.verifyCvv(PAN, EXPIRY, ServiceCode.CHIP, icvv)).isTrue();
        assertThat(hsm.verifyCvv(PAN, EXPIRY, STRIPE, cvv2)).isFalse();
        assertThat(hsm.verifyCvv(PAN, EXPIRY, STRIPE, icvv)).isFalse();
        assertThat(hsm.verifyCvv(PAN, EXPIRY, ServiceCode.CARD_NOT_PRESENT, cvv))
                .isFalse();
        assertThat(hsm.verifyCvv(PAN, EXPIRY.plusMonths(1), STRIPE, cvv)).isFalse();
    }

    @Test
    void ordersTheExpiryOfTheCvv2AloneAsTheIssuerSays() {
        Hsm yearFirst = new SoftwareHsm(keys, ExpiryOrder.YYMM, random);
        YearMonth mirrored = YearMonth.of(2004, 4);
        YearMonth apart = YearMonth.of(2012, 4);
        YearMonth swapped = YearMonth.of(2004, 12);

        assertThat(hsm.cvv(PAN, EXPIRY, STRIPE)).isEqualTo(yearFirst.cvv(PAN, EXPIRY, STRIPE));
        assertThat(hsm.cvv(PAN, EXPIRY, ServiceCode.CHIP)).isEqualTo(yearFirst.cvv(PAN, EXPIRY, ServiceCode.CHIP));
        assertThat(hsm.cvv(PAN, mirrored, ServiceCode.CARD_NOT_PRESENT))
                .isEqualTo(yearFirst.cvv(PAN, mirrored, ServiceCode.CARD_NOT_PRESENT));
        assertThat(hsm.cvv(PAN, apart, ServiceCode.CARD_NOT_PRESENT))
                .isEqualTo(yearFirst.cvv(PAN, swapped, ServiceCode.CARD_NOT_PRESENT));
    }

    @Test
    void takesNoServiceCodeOfAnotherKindFromAStripe() {
        assertThat(ServiceCode.ofStripe("000")).isEmpty();
        assertThat(ServiceCode.ofStripe("999")).isEmpty();
        assertThat(ServiceCode.ofStripe("10")).isEmpty();
        assertThat(ServiceCode.ofStripe("1O1")).isEmpty();
        assertThat(ServiceCode.ofStripe("201")).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void verifiesThePinOfABlock(PinBlockFormat format) {
        Pvv pvv = hsm.pvv(PAN, pin("2205"));

        assertThat(hsm.verifyPin(PAN, hsm.encrypt(PAN, pin("2205"), format), pvv))
                .isEqualTo(PinVerdict.CORRECT);
        assertThat(hsm.verifyPin(PAN, hsm.encrypt(PAN, pin("2206"), format), pvv))
                .isEqualTo(PinVerdict.WRONG);
        assertThat(hsm.pvv(PAN, hsm.encrypt(PAN, pin("2205"), format))).isEqualTo(new Read<>(pvv));
    }

    @ParameterizedTest
    @EnumSource
    void saysWhenABlockHasTheWrongSize(PinBlockFormat format) {
        for (int size : new int[] {0, format.bytes() - 1, format.bytes() + 1}) {
            EncryptedPinBlock block = new EncryptedPinBlock(format, new byte[size]);

            assertThat(hsm.verifyPin(PAN, block, hsm.pvv(PAN, pin("2205")))).isEqualTo(PinVerdict.BLOCK_SIZE_WRONG);
            assertThat(hsm.translate(PAN, block, PinBlockFormat.ISO_4)).isEqualTo(new Unreadable<>(Problem.WRONG_SIZE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhenABlockHoldsNoPin(PinBlockFormat format) {
        EncryptedPinBlock block = new EncryptedPinBlock(format, new byte[format.bytes()]);

        assertThat(hsm.verifyPin(PAN, block, hsm.pvv(PAN, pin("2205")))).isEqualTo(PinVerdict.BLOCK_UNREADABLE);
        assertThat(hsm.pvv(PAN, block)).isEqualTo(new Unreadable<>(Problem.WRONG_CONTENT));
    }

    @Test
    void padsFormat4AtRandom() {
        assertThat(hsm.encrypt(PAN, pin("2205"), PinBlockFormat.ISO_4))
                .isNotEqualTo(hsm.encrypt(PAN, pin("2205"), PinBlockFormat.ISO_4));
    }

    @Test
    void verifiesByTheKeyThatTheReferenceNames() {
        Pvv old = hsm.pvv(PAN, pin("2205"));
        HsmKeys rotated = new HsmKeys(
                keys.cvk(), keys.pvk().rotatedTo(KeyBytes.random(random, 16)), keys.pinDes(), keys.pinAes(), false);
        Hsm after = new SoftwareHsm(rotated, ExpiryOrder.MMYY, random);

        assertThat(after.verifyPin(PAN, pin("2205"), old)).isTrue();
        Pvv fresh = after.pvv(PAN, pin("2205"));
        assertThat(fresh.keyIndex()).isEqualTo(2);
        assertThat(hsm.verifyPin(PAN, pin("2205"), fresh)).isFalse();
        assertThat(hsm.verifyPin(PAN, hsm.encrypt(PAN, pin("2205"), PinBlockFormat.ISO_0), fresh))
                .isEqualTo(PinVerdict.KEY_UNKNOWN);
    }

    /** The algorithm's own limits: a fifth digit protects nothing, and of the other 9,999 PINs about one passes. */
    @Test
    void coversTheFirstFourDigitsOfAPin() {
        Pvv pvv = hsm.pvv(PAN, pin("2205"));

        assertThat(hsm.verifyPin(PAN, pin("22059"), pvv)).isTrue();
        long matching = IntStream.range(0, 10_000)
                .filter(number -> hsm.verifyPin(PAN, pin(String.format("%04d", number)), pvv))
                .count();
        assertThat(matching).isBetween(1L, 10L);
    }

    private static Pin pin(String digits) {
        return Pin.parse(digits).orElseThrow();
    }

    private static KeyBytes key(String hex) {
        return KeyBytes.of(HexFormat.of().parseHex(hex));
    }
}
