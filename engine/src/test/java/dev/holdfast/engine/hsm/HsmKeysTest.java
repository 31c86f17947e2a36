package dev.holdfast.engine.hsm;

import dev.holdfast.engine.vault.KeyBytes;
import dev.holdfast.engine.vault.NumberedKeys;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HsmKeysTest {

    private final SecureRandom random = new SecureRandom();
    private final HsmKeys keys = HsmKeys.generate(random);

    @Test
    void readsWhatItWroteAndSaysThatItIsForDevelopment() {
        assertThat(keys.toText()).startsWith("holdfast-hsm-keys 1 development\n");
        assertThat(HsmKeys.parse(keys.toText())).isEqualTo(keys);
    }

    @Test
    void refusesASecondKeyWhereOnlyOneIsUsed() {
        String text = keys.toText() + "pin-aes 2 retired " + "A".repeat(22) + "==\n";

        assertThatThrownBy(() -> HsmKeys.parse(text)).hasMessage("pin-aes has one key");
    }

    @Test
    void refusesAKeyThatIsMissing() {
        String text = keys.toText().replaceAll("pvk 1 .*\n", "");

        assertThatThrownBy(() -> HsmKeys.parse(text)).hasMessage("no current key is named pvk");
    }

    @Test
    void refusesADesKeyOfEqualHalves() {
        KeyBytes single = KeyBytes.of(new byte[16]);

        assertThatThrownBy(() -> new HsmKeys(single, keys.pvk(), keys.pinDes(), keys.pinAes(), false))
                .hasMessage("a DES key's halves are equal");
        assertThatThrownBy(() -> new HsmKeys(keys.cvk(), keys.pvk(), single, keys.pinAes(), false))
                .hasMessage("a DES key's halves are equal");
        assertThatThrownBy(() ->
                        new HsmKeys(keys.cvk(), NumberedKeys.single(1, single), keys.pinDes(), keys.pinAes(), false))
                .hasMessage("a DES key's halves are equal");
    }

    @Test
    void refusesAnotherLengthOrIndex() {
        KeyBytes shorter = KeyBytes.random(random, 8);
        NumberedKeys seventh = NumberedKeys.single(7, KeyBytes.random(random, 16));

        assertThatThrownBy(() -> new HsmKeys(shorter, keys.pvk(), keys.pinDes(), keys.pinAes(), false))
                .hasMessage("an HSM key has 16 bytes");
        assertThatThrownBy(() -> new HsmKeys(keys.cvk(), keys.pvk(), keys.pinDes(), shorter, false))
                .hasMessage("an HSM key has 16 bytes");
        assertThatThrownBy(() -> new HsmKeys(keys.cvk(), seventh, keys.pinDes(), keys.pinAes(), false))
                .hasMessage("a PVK index is 1 to 6");
    }
}
