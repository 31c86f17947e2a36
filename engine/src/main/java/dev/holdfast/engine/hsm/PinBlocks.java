package dev.holdfast.engine.hsm;

import dev.holdfast.engine.hsm.PinBlockOutcome.Problem;
import dev.holdfast.engine.hsm.PinBlockOutcome.Read;
import dev.holdfast.engine.hsm.PinBlockOutcome.Unreadable;
import dev.holdfast.engine.vault.KeyBytes;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/** Encrypts and decrypts PIN blocks of either format, each under the key for it. */
final class PinBlocks {

    private final TripleDes des;
    private final KeyBytes aes;
    private final SecureRandom random;

    PinBlocks(HsmKeys keys, SecureRandom random) {
        this.des = new TripleDes(keys.pinDes());
        this.aes = keys.pinAes();
        this.random = random;
    }

    EncryptedPinBlock encrypt(byte[] asciiPan, Pin pin, PinBlockFormat format) {
        byte[] digits = pin.digits().toBytes();
        byte[] block =
                switch (format) {
                    case ISO_0 -> des.encrypt(Iso0.encode(asciiPan, digits));
                    case ISO_4 -> Iso4.encrypt(aes, Iso4.pinField(digits, randomBytes()), Iso4.panField(asciiPan));
                };
        Arrays.fill(digits, (byte) 0);
        return new EncryptedPinBlock(format, block);
    }

    PinBlockOutcome<Pin> decrypt(byte[] asciiPan, EncryptedPinBlock encrypted) {
        byte[] block = encrypted.toBytes();
        if (block.length != encrypted.format().bytes()) {
            return new Unreadable<>(Problem.WRONG_SIZE);
        }
        Optional<Pin> pin =
                switch (encrypted.format()) {
                    case ISO_0 -> Iso0.decode(asciiPan, des.decrypt(block));
                    case ISO_4 -> Iso4.decrypt(aes, block, Iso4.panField(asciiPan));
                };
        return pin.<PinBlockOutcome<Pin>>map(Read::new).orElseGet(() -> new Unreadable<>(Problem.WRONG_CONTENT));
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[Iso4.RANDOM_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
