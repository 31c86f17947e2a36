package dev.holdfast.engine.vault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyRingTest {

    private static final String TITLE = "holdfast-vault-keys 1\n";
    private static final String A = key('a');
    private static final String B = key('b');
    private static final String C = key('c');

    @Test
    void readsCurrentAndRetiredKeys() {
        KeyRing ring = KeyRing.parse(TITLE + "# remark\n\nencryption 7 current " + A + "\nencryption 3 retired " + B
                + "\r\nlookup 1 current " + C);

        assertThat(ring.encryption().numbers()).containsExactly(7, 3);
        assertThat(ring.encryption().currentKey())
                .isEqualTo(KeyBytes.of(Base64.getDecoder().decode(A)));
        assertThat(ring.lookup().current()).isEqualTo(1);
        assertThat(ring.development()).isFalse();
    }

    @Test
    void saysThatGeneratedKeysAreForDevelopment() {
        KeyRing generated = KeyRing.generate(new SecureRandom());

        assertThat(generated.development()).isTrue();
        assertThat(generated.toText()).startsWith("holdfast-vault-keys 1 development\n");
        assertThat(KeyRing.parse(generated.toText())).isEqualTo(generated);
    }

    @Test
    void readsWhatItWroteAfterRotations() {
        SecureRandom random = new SecureRandom();
        KeyRing rotated = KeyRing.generate(random)
                .withNewEncryptionKey(random)
                .withNewLookupKey(random)
                .withNewEncryptionKey(random)
                .withoutEncryptionKey(2);

        assertThat(KeyRing.parse(rotated.toText())).isEqualTo(rotated);
        assertThat(rotated.encryption().numbers()).containsExactly(3, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encryption 1 current A;lookup 1 current                  | line 3: expected a name",
                "encryption 1 current A;lookup 1  current B               | line 3: expected a name",
                "encryption 1 current A;lookup 1 current B x              | line 3: expected a name",
                "encryption 1 current A;look-up 1 current B               | line 3: the name is none of [encr",
                "encryption 0 current A;lookup 1 current B                | line 2: the number is not 1 to 32767",
                "encryption -1 current A;lookup 1 current B               | line 2: the number is not 1 to 32767",
                "encryption 01 current A;lookup 1 current B               | line 2: the number is not 1 to 32767",
                "encryption 99999999999 current A;lookup 1 current B      | line 2: the number is not 1 to 32767",
                "encryption 32768 current A;lookup 1 current B            | encryption: key numbers are 1 to 32767",
                "encryption 1 Current A;lookup 1 current B                | line 2: the key is neither",
                "encryption 1 current A;encryption 1 retired B            | line 3: the number is used twice",
                "encryption 1 current A;encryption 2 current B            | line 3: there is another current key",
                "encryption 1 retired A;lookup 1 current B                | no current key is named encryption",
                "encryption 1 current A                                   | no current key is named lookup",
                "encryption 1 current A;encryption 2 retired A;lookup 1 current B | encryption: two numbers have",
                "encryption 1 current A;lookup 1 current A                | an encryption key is a lookup key too",
                "encryption 1 current A!;lookup 1 current B               | line 2: the key is not base64",
                "encryption 1 current AA;lookup 1 current B               | line 2: the key is not",
                "encryption 1 current c2hvcnQ=;lookup 1 current B         | line 2: the key has not 32 bytes",
            })
    void refusesAnythingElseAndSaysWhereWithoutTheKey(String lines, String problem) {
        String text = TITLE + lines.replace(';', '\n').replaceAll("A\\b", A).replaceAll("B\\b", B);

        assertThatThrownBy(() -> KeyRing.parse(text))
                .isInstanceOf(KeyTextException.class)
                .hasMessageStartingWith(problem)
                .satisfies(e -> assertThat(e.toString()).doesNotContain(A.substring(0, 8), B.substring(0, 8), "c2hv"));
    }

    @Test
    void refusesBase64ThatIsNotCanonical() {
        String unpadded = A.substring(0, A.length() - 1);
        char last = A.charAt(A.length() - 2);
        String strayBits = A.substring(0, A.length() - 2) + (char) (last + 1) + "=";

        for (String key : new String[] {unpadded, strayBits}) {
            assertThatThrownBy(() -> KeyRing.parse(TITLE + "encryption 1 current " + key))
                    .isInstanceOf(KeyTextException.class)
                    .hasMessage("line 2: the key is not canonical base64");
        }
    }

    @Test
    void refusesAnotherTitleOrVersion() {
        for (String title :
                new String[] {"", "\n", "holdfast-vault-keys 2", "holdfast-hsm-keys 1", "holdfast-vault-keys 1 "}) {
            assertThatThrownBy(() -> KeyRing.parse(title))
                    .isInstanceOf(KeyTextException.class)
                    .hasMessage("line 1: expected \"holdfast-vault-keys 1\"");
        }
    }

    @Test
    void refusesAFileThatIsTooLong() {
        assertThatThrownBy(() -> KeyRing.parse(TITLE + "#".repeat(32 * 1024)))
                .isInstanceOf(KeyTextException.class)
                .hasMessage("a key file has at most 32768 characters");
    }

    private static String key(char c) {
        return Base64.getEncoder().encodeToString(String.valueOf(c).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }
}
