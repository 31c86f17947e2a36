package dev.holdfast.engine.challenge;

import dev.holdfast.engine.vault.KeyBytes;
import dev.holdfast.engine.vault.NumberedKeys;
import dev.holdfast.engine.vault.SecretDigits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CodesTest {

    private static final ChallengeId ID = new ChallengeId(UUID.fromString("0c6fd1b3-5b9e-4d6f-9f13-5f0d4bb1a0f2"));

    private final SecureRandom random = new SecureRandom();
    private final ChallengeKeys keys = ChallengeKeys.generate(random);
    private final Codes codes = new Codes(keys, random);

    @Test
    void drawsSixDigitsWithLeadingZeros() {
        SecureRandom small = new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public int nextInt(int bound) {
                return 42 % bound;
            }
        };

        assertThat(new Codes(keys, small).draw().reveal()).isEqualTo("000042");
    }

    @Test
    void drawsCodesThatDiffer() {
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            drawn.add(codes.draw().reveal());
        }

        assertThat(drawn).hasSizeGreaterThan(90).allMatch(code -> code.matches("[0-9]{6}"));
    }

    @Test
    void knowsTheCodeOfItsChallengeOnly() {
        CodeDigest kept = codes.digest(ID, code("012345"));

        assertThat(codes.isRight(ID, code("012345"), kept)).isTrue();
        assertThat(codes.isRight(ID, code("012346"), kept)).isFalse();
        assertThat(codes.isRight(new ChallengeId(new UUID(1, 2)), code("012345"), kept))
                .isFalse();
    }

    /** Computed with OpenSSL: what is stored must be known after an upgrade. */
    @Test
    void keepsTheDigestThatItAlwaysKept() {
        byte[] key = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        ChallengeKeys fixed = new ChallengeKeys(NumberedKeys.single(7, KeyBytes.of(key)), false);

        CodeDigest kept = new Codes(fixed, random).digest(ID, code("012345"));

        assertThat(kept.pepper()).isEqualTo(7);
        assertThat(HexFormat.of().formatHex(kept.toBytes()))
                .isEqualTo("7abda809a3a2c773da6743d8a39fa6ebb481796b73eb1a827b6b1481cda23a1c");
    }

    @Test
    void knowsACodeUnderThePepperBefore() {
        CodeDigest kept = codes.digest(ID, code("012345"));
        ChallengeKeys changed = keys.withNewPepper(random);
        codes.replace(changed);

        assertThat(codes.isRight(ID, code("012345"), kept)).isTrue();
        assertThat(codes.digest(ID, code("012345")).pepper()).isEqualTo(2);
        codes.replace(ChallengeKeys.generate(random));
        assertThat(codes.isRight(ID, code("012345"), kept)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "12345\u0661", " 12345"})
    void refusesWhatCannotBeACode(String typed) {
        assertThat(Codes.read(typed)).isEmpty();
    }

    @Test
    void readsTheKeyFileThatItWrites() {
        ChallengeKeys changed = keys.withNewPepper(random);

        assertThat(ChallengeKeys.parse(changed.toText())).isEqualTo(changed);
        assertThat(changed.toText()).startsWith("holdfast-challenge-keys 1 development\npepper 2 current ");
        assertThatThrownBy(() -> ChallengeKeys.parse("holdfast-challenge-keys 1\npepper 1 current AAAA\n"))
                .hasMessage("line 2: the key has not 32 bytes");
    }

    @Test
    void showsNoSecret() {
        CodeDigest kept = codes.digest(ID, code("012345"));

        assertThat(keys + " " + codes + " " + kept + " " + code("012345"))
                .doesNotContain("012345")
                .doesNotContain(HexFormat.of().formatHex(kept.toBytes()));
    }

    private static SecretDigits code(String digits) {
        return Codes.read(digits).orElseThrow();
    }
}
