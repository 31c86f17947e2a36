package dev.holdfast.engine.hsm;

import dev.holdfast.engine.vault.Canary;
import dev.holdfast.engine.vault.KeyBytes;
import dev.holdfast.engine.vault.Pan;
import dev.holdfast.engine.vault.Pans;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Nothing of the HSM shows a card number, PIN, verification value or key when printed. */
class HsmSecrecyTest {

    private static final YearMonth EXPIRY = YearMonth.of(2031, 12);

    private final SecureRandom random = new SecureRandom();
    private final Pan pan = Pans.pan("4111111111111111");
    private final Pin pin = Pin.parse("842917").orElseThrow();
    private final HsmKeys keys = HsmKeys.generate(random);
    private final Hsm hsm = new SoftwareHsm(keys, ExpiryOrder.MMYY, random);
    private final Cvv cvv = hsm.cvv(pan, EXPIRY, ServiceCode.CARD_NOT_PRESENT);
    private final Pvv pvv = hsm.pvv(pan, pin);

    private List<Canary> canaries() {
        Stream<Canary> values = Stream.of(pan.digits(), pin.digits(), cvv.digits(), pvv.digits())
                .map(Canary::of);
        Stream<Canary> secretKeys = Stream.of(keys.cvk(), keys.pvk().currentKey(), keys.pinDes(), keys.pinAes())
                .map(Canary::of);
        Stream<Canary> blocks = Stream.of(PinBlockFormat.values())
                .map(format ->
                        Canary.of(KeyBytes.of(hsm.encrypt(pan, pin, format).toBytes())));
        return Stream.of(values, secretKeys, blocks).flatMap(canary -> canary).toList();
    }

    @Test
    void printsNoSecret() {
        EncryptedPinBlock block = hsm.encrypt(pan, pin, PinBlockFormat.ISO_0);
        List<Object> shown = List.of(
                pin,
                cvv,
                pvv,
                keys,
                block,
                hsm.translate(pan, block, PinBlockFormat.ISO_4),
                hsm.translate(pan, block, PinBlockFormat.ISO_0),
                hsm.pvv(pan, block),
                hsm.verifyPin(pan, block, pvv),
                ServiceCode.CHIP);
        for (Canary canary : canaries()) {
            shown.forEach(canary::isNotIn);
        }
    }

    @Test
    void throwsNoSecret() {
        Pin closed = Pin.parse("842917").orElseThrow();
        closed.close();
        List<Throwable> thrown = Stream.<ThrowingCallable>of(
                        () -> hsm.pvv(pan, closed),
                        () -> hsm.encrypt(pan, closed, PinBlockFormat.ISO_4),
                        () -> new HsmKeys(keys.cvk(), keys.pvk(), keys.pinDes(), KeyBytes.of(new byte[3]), true),
                        () -> HsmKeys.parse(keys.toText().replace("cvk 1 current ", "cvk 1 current !")),
                        () -> HsmKeys.parse(keys.toText().replace("\n", " ")),
                        () -> HsmKeys.parse(keys.toText().replace("pvk 1", "pvk 7")))
                .map(call -> {
                    Throwable t = catchThrowable(call);
                    assertThat(t).isNotNull();
                    return t;
                })
                .toList();
        for (Canary canary : canaries()) {
            thrown.forEach(canary::isNotIn);
        }
    }
}
