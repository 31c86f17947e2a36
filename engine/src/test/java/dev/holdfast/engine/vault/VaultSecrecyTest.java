package dev.holdfast.engine.vault;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Nothing of the vault shows a card number or a key when printed. */
class VaultSecrecyTest {

    private final SecureRandom random = new SecureRandom();
    private final Pan pan = Pans.pan("9999994207359579");
    private final VaultRow row = new VaultRow(1, new UUID(7, 8));
    private final KeyRing keys =
            KeyRing.generate(random).withNewEncryptionKey(random).withNewLookupKey(random);
    private final PanCipher cipher = new PanCipher(keys, random);
    private final PanDigest digest = new PanDigest(keys);

    private List<Canary> canaries() {
        Stream<KeyBytes> secretKeys = Stream.concat(
                keys.encryption().byNumber().values().stream(), keys.lookup().byNumber().values().stream());
        return Stream.concat(Stream.of(Canary.of(pan.digits())), secretKeys.map(Canary::of))
                .toList();
    }

    @Test
    void findsWhatIsShown() {
        assertThat(catchThrowable(() -> Canary.of(pan.digits()).isNotIn("pan=9999994207359579")))
                .isInstanceOf(AssertionError.class);
        assertThat(catchThrowable(() -> canaries().forEach(canary -> canary.isNotIn(keys.toText()))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void printsNoSecret() {
        SealedPan sealed = cipher.seal(pan, row);
        List<Object> shown = List.of(
                pan,
                pan.digits(),
                Optional.of(pan),
                keys,
                keys.encryption(),
                keys.lookup().currentKey(),
                new NamedKeys(true, Map.of("x", keys.lookup())),
                cipher,
                digest,
                sealed,
                row,
                cipher.open(sealed, row),
                cipher.rewrap(sealed, row),
                cipher.open(sealed, new VaultRow(2, new UUID(0, 0))),
                digest.current(pan),
                digest.candidates(pan),
                new PanGenerator(random));
        for (Canary canary : canaries()) {
            shown.forEach(canary::isNotIn);
        }
    }

    @Test
    void throwsNoSecret() {
        Pan wiped = Pans.pan(pan.digits().reveal());
        wiped.wipe();
        String text = keys.toText();
        List<Throwable> thrown = Stream.<ThrowingCallable>of(
                        () -> cipher.seal(wiped, row),
                        () -> digest.current(wiped),
                        () -> new Bin(pan.digits().reveal(), 16),
                        () -> new KeyRing(keys.encryption(), keys.encryption(), false),
                        () -> new KeyRing(keys.lookup(), keys.lookup(), false),
                        () -> KeyRing.parse(text.replace(" current ", " current")),
                        () -> KeyRing.parse(text.replace("lookup 2 current ", "lookup 2 current !")),
                        () -> KeyRing.parse(text.replace("retired", "current")),
                        () -> KeyRing.parse(text.replace("\n", "")),
                        () -> KeyRing.parse(text.substring(1)),
                        () -> KeyRing.parse(text + text))
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
