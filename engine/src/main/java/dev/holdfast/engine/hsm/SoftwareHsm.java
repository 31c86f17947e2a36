package dev.holdfast.engine.hsm;

import dev.holdfast.engine.hsm.PinBlockOutcome.Read;
import dev.holdfast.engine.hsm.PinBlockOutcome.Unreadable;
import dev.holdfast.engine.vault.KeyBytes;
import dev.holdfast.engine.vault.Pan;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** An {@link Hsm} with its keys in this process's memory: for development and tests. */
public final class SoftwareHsm implements Hsm {

    private final TripleDes cvk;
    private final HsmKeys keys;
    private final ExpiryOrder cvv2Order;
    private final PinBlocks blocks;

    /**
     * @param cvv2Order how the issuer writes the expiry into a CVV2; usually {@link ExpiryOrder#MMYY}
     * @param random for the padding of PIN blocks
     */
    public SoftwareHsm(HsmKeys keys, ExpiryOrder cvv2Order, SecureRandom random) {
        this.cvk = new TripleDes(keys.cvk());
        this.keys = keys;
        this.cvv2Order = cvv2Order;
        this.blocks = new PinBlocks(keys, random);
    }

    @Override
    public Cvv cvv(Pan pan, YearMonth expiry, ServiceCode code) {
        ExpiryOrder order = code.equals(ServiceCode.CARD_NOT_PRESENT) ? cvv2Order : ExpiryOrder.YYMM;
        return withDigits(
                pan,
                ascii -> Cvv.parse(CvvAlgorithm.compute(cvk, ascii, order.format(expiry), code))
                        .orElseThrow());
    }

    @Override
    public boolean verifyCvv(Pan pan, YearMonth expiry, ServiceCode code, Cvv presented) {
        return cvv(pan, expiry, code).equals(presented);
    }

    @Override
    public Pvv pvv(Pan pan, Pin pin) {
        return pvv(pan, pin, keys.pvk().current(), keys.pvk().currentKey());
    }

    @Override
    public PinBlockOutcome<Pvv> pvv(Pan pan, EncryptedPinBlock block) {
        return read(pan, block, pin -> pvv(pan, pin));
    }

    @Override
    public boolean verifyPin(Pan pan, Pin pin, Pvv reference) {
        Optional<KeyBytes> key = keys.pvk().find(reference.keyIndex());
        return key.isPresent() && pvv(pan, pin, reference.keyIndex(), key.get()).equals(reference);
    }

    @Override
    public PinVerdict verifyPin(Pan pan, EncryptedPinBlock block, Pvv reference) {
        if (keys.pvk().find(reference.keyIndex()).isEmpty()) {
            return PinVerdict.KEY_UNKNOWN;
        }
        return read(pan, block, pin -> verifyPin(pan, pin, reference))
                .fold(matches -> matches ? PinVerdict.CORRECT : PinVerdict.WRONG, problem -> switch (problem) {
                    case WRONG_SIZE -> PinVerdict.BLOCK_SIZE_WRONG;
                    case WRONG_CONTENT -> PinVerdict.BLOCK_UNREADABLE;
                });
    }

    @Override
    public EncryptedPinBlock encrypt(Pan pan, Pin pin, PinBlockFormat format) {
        return withDigits(pan, ascii -> blocks.encrypt(ascii, pin, format));
    }

    @Override
    public PinBlockOutcome<EncryptedPinBlock> translate(Pan pan, EncryptedPinBlock block, PinBlockFormat format) {
        return read(pan, block, pin -> encrypt(pan, pin, format));
    }

    private <T> PinBlockOutcome<T> read(Pan pan, EncryptedPinBlock block, Function<Pin, T> use) {
        return withDigits(pan, ascii -> blocks.decrypt(ascii, block))
                .fold(
                        clear -> {
                            try (Pin pin = clear) {
                                return new Read<>(use.apply(pin));
                            }
                        },
                        Unreadable::new);
    }

    private static Pvv pvv(Pan pan, Pin pin, int keyIndex, KeyBytes key) {
        byte[] digits = pin.digits().toBytes();
        String value = withDigits(pan, ascii -> PvvAlgorithm.compute(new TripleDes(key), keyIndex, ascii, digits));
        Arrays.fill(digits, (byte) 0);
        return Pvv.parse(keyIndex, value).orElseThrow();
    }

    private static <T> T withDigits(Pan pan, Function<byte[], T> use) {
        byte[] ascii = pan.digits().toBytes();
        try {
            return use.apply(ascii);
        } finally {
            Arrays.fill(ascii, (byte) 0);
        }
    }
}
