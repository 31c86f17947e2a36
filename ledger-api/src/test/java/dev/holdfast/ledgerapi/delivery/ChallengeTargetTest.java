package dev.holdfast.ledgerapi.delivery;

import dev.holdfast.engine.challenge.Codes;
import dev.holdfast.engine.vault.SecretDigits;
import dev.holdfast.ledgerapi.delivery.ChallengeTarget.Credential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChallengeTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/otp",
                "http://127.0.0.1.example.com/otp",
                "ftp://example.com/otp",
                "https://user@example.com/otp",
                "https://example.com/otp#here",
                "https:/otp",
                "otp"
            })
    void refusesPlacesThatMustNotBeCalled(String place) {
        assertThatIllegalArgumentException().isThrownBy(() -> target(place));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com/otp?x=1", "http://127.0.0.1:8080/otp", "http://[::1]/", "http://localhost/"
            })
    void takesHttpsAndThisMachine(String place) {
        assertThat(target(place).otp()).hasToString(place);
    }

    private static ChallengeTarget target(String place) {
        return new ChallengeTarget(
                URI.create("https://example.com/oob"), URI.create(place), Optional.empty(), Optional.empty());
    }

    @Test
    void printsNoCredential() {
        assertThat(new Credential("X-Key", "s3cret")).hasToString("Credential[X-Key]");
        assertThatIllegalArgumentException().isThrownBy(() -> new Credential("X-Key", "s3cret\r\nX: y"));
    }

    @Test
    void refusesWeakKeysAndWhatIsNone() throws GeneralSecurityException {
        assertThatIllegalArgumentException().isThrownBy(() -> CodeEncryption.of(new byte[] {1, 2, 3}));
        assertThatIllegalArgumentException().isThrownBy(() -> CodeEncryption.of(key("RSA", 1_024, 65_537)));
        assertThatIllegalArgumentException().isThrownBy(() -> CodeEncryption.of(key("RSA", 2_048, 3)));
        byte[] elliptic =
                KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic().getEncoded();
        assertThatIllegalArgumentException().isThrownBy(() -> CodeEncryption.of(elliptic));
    }

    private static byte[] key(String algorithm, int bits, long exponent) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(new RSAKeyGenParameterSpec(bits, BigInteger.valueOf(exponent)));
        return generator.generateKeyPair().getPublic().getEncoded();
    }

    @Test
    void encryptsTheSameCodeDifferentlyEachTime() throws GeneralSecurityException {
        CodeEncryption encryption = CodeEncryption.of(key("RSA", 2_048, 65_537));
        SecretDigits code = Codes.read("012345").orElseThrow();

        assertThat(encryption.encrypt(code))
                .isNotEqualTo(encryption.encrypt(code))
                .hasSize(344);
    }
}
