package dev.holdfast.ops.keys;

import dev.holdfast.engine.card.CardDoors;
import dev.holdfast.engine.challenge.ChallengeKeys;
import dev.holdfast.engine.hsm.ExpiryOrder;
import dev.holdfast.engine.hsm.HsmKeys;
import dev.holdfast.engine.hsm.SoftwareHsm;
import dev.holdfast.engine.vault.KeyRing;
import dev.holdfast.engine.vault.VaultKeys;
import dev.holdfast.ops.configuration.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads and changes key files. Blocks. Whatever is wrong with a file is a {@link ConfigurationException}. */
public final class KeyDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(KeyDirectory.class);

    private final Path directory;
    private final SecureRandom random = new SecureRandom();

    public KeyDirectory(Path directory) {
        this.directory = directory;
    }

    /** Reads all keys; where there are none yet, draws development keys. Says so if they are such. */
    public CardDoors.Secrets open() {
        return locked(() -> {
            KeyRing ring = KeyRing.parse(
                    readOrDraw(vaultFile(), () -> KeyRing.generate(random).toText()));
            HsmKeys hsm = HsmKeys.parse(
                    readOrDraw(hsmFile(), () -> HsmKeys.generate(random).toText()));
            if (ring.development() || hsm.development()) {
                LOG.warn(
                        "the keys in {} are DEVELOPMENT KEYS: drawn on this machine, kept in files; not for cards"
                                + " that anybody pays with",
                        directory);
            }
            return new CardDoors.Secrets(new VaultKeys(ring, random), new SoftwareHsm(hsm, ExpiryOrder.MMYY, random));
        });
    }

    /** Reads the keys of challenges; where there are none yet, draws development keys. Says so if they are such. */
    public ChallengeKeys openForChallenges() {
        return locked(() -> {
            ChallengeKeys keys = ChallengeKeys.parse(readOrDraw(
                    challengeFile(), () -> ChallengeKeys.generate(random).toText()));
            if (keys.development()) {
                LOG.warn("the keys of challenges in {} are DEVELOPMENT KEYS: drawn on this machine", directory);
            }
            return keys;
        });
    }

    private String readOrDraw(Path file, Supplier<String> draw) throws IOException {
        if (!Files.exists(file)) {
            OwnerOnlyFile.replace(file, draw.get());
            LOG.warn("drew development keys into {}: keep the file as safe as the data, and apart from it", file);
        }
        return OwnerOnlyFile.read(file);
    }

    /** The vault's keys as they are now. */
    public KeyRing ring() {
        return reading(this::vaultFile, KeyRing::parse);
    }

    /** Whether the HSM's keys were drawn for development. */
    public boolean hsmKeysAreForDevelopment() {
        return reading(this::hsmFile, HsmKeys::parse).development();
    }

    private <T> T reading(Supplier<Path> file, Function<String, T> parse) {
        try {
            OwnerOnlyFile.requireOwnersOnly(directory);
            return parse.apply(OwnerOnlyFile.read(file.get()));
        } catch (IOException e) {
            throw unusable(file.get(), e);
        } catch (IllegalArgumentException e) {
            throw refused(file.get(), e);
        }
    }

    /**
     * Replaces the vault's keys.
     *
     * @return the new ones
     */
    public KeyRing change(Function<KeyRing, KeyRing> change) {
        return locked(() -> {
            KeyRing changed = change.apply(KeyRing.parse(OwnerOnlyFile.read(vaultFile())));
            OwnerOnlyFile.replace(vaultFile(), changed.toText());
            return changed;
        });
    }

    private Path vaultFile() {
        return directory.resolve("vault.keys");
    }

    private Path hsmFile() {
        return directory.resolve("hsm.keys");
    }

    private Path challengeFile() {
        return directory.resolve("challenge.keys");
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T locked(Work<T> work) {
        try {
            OwnerOnlyFile.makeDirectory(directory);
            OwnerOnlyFile.requireOwnersOnly(directory);
            // Closing the channel gives the lock back. Held for some milliseconds, so waiting for it has an end.
            try (FileChannel channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                return work.run();
            }
        } catch (OverlappingFileLockException e) {
            throw new ConfigurationException(List.of(directory + " is being changed by this process"));
        } catch (IOException e) {
            throw unusable(directory, e);
        } catch (IllegalArgumentException e) {
            throw refused(directory, e);
        }
    }

    private static ConfigurationException unusable(Path path, IOException cause) {
        return new ConfigurationException(List.of("HOLDFAST_KEYS: cannot use " + path + ": " + cause));
    }

    /** The engine's messages about key files say where and why, and never what a file holds. */
    private static ConfigurationException refused(Path path, IllegalArgumentException cause) {
        return new ConfigurationException(List.of("HOLDFAST_KEYS: " + path + ": " + cause.getMessage()));
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
