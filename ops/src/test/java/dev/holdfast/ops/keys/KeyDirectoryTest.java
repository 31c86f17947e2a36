package dev.holdfast.ops.keys;

import dev.holdfast.engine.challenge.ChallengeKeys;
import dev.holdfast.engine.vault.KeyRing;
import dev.holdfast.ops.configuration.ConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyDirectoryTest {

    private Path path;
    private KeyDirectory directory;

    @BeforeEach
    void choose(@TempDir Path temporary) {
        path = temporary.resolve("made").resolve("keys");
        directory = new KeyDirectory(path);
    }

    @Test
    void drawsDevelopmentKeysOnceIntoFilesOfTheOwnersOwn() throws IOException {
        KeyRing drawn = directory.open().keys().ring();
        assertThat(drawn.development()).isTrue();
        assertThat(directory.hsmKeysAreForDevelopment()).isTrue();
        assertThat(new KeyDirectory(path).open().keys().ring()).isEqualTo(drawn);
        assertThat(permissions(path)).isEqualTo("rwx------");
        assertThat(permissions(path.resolve("vault.keys"))).isEqualTo("rw-------");
        assertThat(permissions(path.resolve("hsm.keys"))).isEqualTo("rw-------");
    }

    @Test
    void drawsKeysOfChallengesWhenTheyAreAskedForAndKeepsThem() throws IOException {
        ChallengeKeys drawn = directory.openForChallenges();

        assertThat(drawn.development()).isTrue();
        assertThat(new KeyDirectory(path).openForChallenges()).isEqualTo(drawn);
        assertThat(permissions(path.resolve("challenge.keys"))).isEqualTo("rw-------");
    }

    @Test
    void refusesAFileThatOthersCanRead() throws IOException {
        directory.open();
        Files.setPosixFilePermissions(path.resolve("vault.keys"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(directory::open)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("vault.keys can be used by others than its owner: chmod go-rwx");
    }

    @Test
    void refusesADirectoryThatOthersCanEnter() throws IOException {
        directory.open();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(directory::ring).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(directory::open).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void refusesADamagedFileWithoutShowingWhatItHolds() throws IOException {
        directory.open();
        Path file = path.resolve("vault.keys");
        String damaged = Files.readString(file).replace("current", "curent");
        Files.writeString(file, damaged);
        String line = damaged.lines().skip(1).findFirst().orElseThrow();
        String secret = line.substring(line.lastIndexOf(' ') + 1);
        assertThatThrownBy(directory::open)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining(secret);
    }

    @Test
    void replacesTheFileWholeAndLeavesNothingElse() throws IOException {
        directory.open();
        KeyRing changed = directory.change(ring -> ring.withNewLookupKey(new SecureRandom()));
        assertThat(directory.ring()).isEqualTo(changed);
        assertThat(permissions(path.resolve("vault.keys"))).isEqualTo("rw-------");
        try (var files = Files.list(path)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("vault.keys", "hsm.keys", "lock");
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
