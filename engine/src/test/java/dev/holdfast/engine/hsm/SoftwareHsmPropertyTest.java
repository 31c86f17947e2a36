package dev.holdfast.engine.hsm;

import dev.holdfast.engine.vault.Pan;
import dev.holdfast.engine.vault.Pans;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.security.SecureRandom;
import java.time.YearMonth;

import static org.assertj.core.api.Assertions.assertThat;

class SoftwareHsmPropertyTest {

    private static final YearMonth EXPIRY = YearMonth.of(2031, 12);

    private final SecureRandom random = new SecureRandom();
    private final Hsm hsm = new SoftwareHsm(HsmKeys.generate(random), ExpiryOrder.MMYY, random);

    @Property
    void verifiesNoOtherCardVerificationValue(
            @ForAll("pans") Pan pan,
            @ForAll @IntRange(min = 1, max = 998) int serviceCode,
            @ForAll @IntRange(max = 999) int presented) {
        ServiceCode code =
                ServiceCode.ofStripe(String.format("%03d", serviceCode)).orElseThrow();
        Cvv right = hsm.cvv(pan, EXPIRY, code);
        Cvv other = Cvv.parse(String.format("%03d", presented)).orElseThrow();

        assertThat(hsm.verifyCvv(pan, EXPIRY, code, right)).isTrue();
        assertThat(hsm.verifyCvv(pan, EXPIRY, code, other)).isEqualTo(other.equals(right));
    }

    @Property
    void verifiesAPinWhoseValueIsTheStoredOneAndNoOther(
            @ForAll("pans") Pan pan, @ForAll("pins") String right, @ForAll("pins") String other) {
        Pvv stored = hsm.pvv(pan, pin(right));

        assertThat(hsm.verifyPin(pan, pin(right), stored)).isTrue();
        assertThat(hsm.verifyPin(pan, pin(other), stored))
                .isEqualTo(hsm.pvv(pan, pin(other)).equals(stored));
    }

    @Property
    void blockAndClearPinGetTheSameVerdict(
            @ForAll("pans") Pan pan,
            @ForAll("pins") String right,
            @ForAll("pins") String presented,
            @ForAll PinBlockFormat format) {
        Pvv stored = hsm.pvv(pan, pin(right));
        PinVerdict expected = hsm.verifyPin(pan, pin(presented), stored) ? PinVerdict.CORRECT : PinVerdict.WRONG;

        assertThat(hsm.verifyPin(pan, hsm.encrypt(pan, pin(presented), format), stored))
                .isEqualTo(expected);
    }

    @Property
    void translationKeepsThePin(
            @ForAll("pans") Pan pan,
            @ForAll("pins") String pin,
            @ForAll PinBlockFormat from,
            @ForAll PinBlockFormat to) {
        EncryptedPinBlock translated = hsm.translate(pan, hsm.encrypt(pan, pin(pin), from), to)
                .fold(block -> block, problem -> {
                    throw new AssertionError(problem);
                });

        assertThat(translated.format()).isEqualTo(to);
        assertThat(hsm.verifyPin(pan, translated, hsm.pvv(pan, pin(pin)))).isEqualTo(PinVerdict.CORRECT);
        // Format 0 has no random part, so it shows that every digit is kept, not only the four that a value covers.
        assertThat(hsm.translate(pan, translated, PinBlockFormat.ISO_0))
                .isEqualTo(new PinBlockOutcome.Read<>(hsm.encrypt(pan, pin(pin), PinBlockFormat.ISO_0)));
    }

    @Property
    void anyBytesGetAVerdict(
            @ForAll("pans") Pan pan, @ForAll @Size(max = 32) byte[] bytes, @ForAll PinBlockFormat format) {
        PinVerdict verdict = hsm.verifyPin(pan, new EncryptedPinBlock(format, bytes), hsm.pvv(pan, pin("1234")));

        assertThat(verdict == PinVerdict.BLOCK_SIZE_WRONG).isEqualTo(bytes.length != format.bytes());
    }

    /** A damaged block decrypts to random bits: the chance that they are a PIN that verifies is below 10^-11. */
    @Property
    void aDamagedBlockDoesNotVerify(
            @ForAll("pans") Pan pan,
            @ForAll("pins") String pin,
            @ForAll PinBlockFormat format,
            @ForAll @IntRange(max = 127) int bit) {
        byte[] bytes = hsm.encrypt(pan, pin(pin), format).toBytes();
        bytes[bit / 8 % bytes.length] ^= (byte) (1 << bit % 8);

        assertThat(hsm.verifyPin(pan, new EncryptedPinBlock(format, bytes), hsm.pvv(pan, pin(pin))))
                .isNotEqualTo(PinVerdict.CORRECT);
    }

    @Property
    void aBlockOfFormat4IsOfNoUseForAnotherCard(
            @ForAll("pans") Pan pan, @ForAll("pans") Pan other, @ForAll("pins") String pin) {
        Assume.that(!pan.equals(other));
        EncryptedPinBlock block = hsm.encrypt(pan, pin(pin), PinBlockFormat.ISO_4);

        assertThat(hsm.verifyPin(other, block, hsm.pvv(other, pin(pin)))).isNotEqualTo(PinVerdict.CORRECT);
    }

    @Provide
    Arbitrary<Pan> pans() {
        return Pans.all();
    }

    @Provide
    Arbitrary<String> pins() {
        return Arbitraries.strings().numeric().ofMinLength(4).ofMaxLength(12);
    }

    private static Pin pin(String digits) {
        return Pin.parse(digits).orElseThrow();
    }
}
