package dev.holdfast.engine.door;

import dev.holdfast.engine.hsm.Cvv;
import dev.holdfast.engine.hsm.EncryptedPinBlock;
import dev.holdfast.engine.hsm.PinBlockFormat;
import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.network.Presented;
import dev.holdfast.engine.vault.Pan;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HexFormat;

/** What a message presents of a card: DE2, DE14, DE52 and the dialect's own fields. */
final class Presentations {

    private static final int CENTURY = 2000;

    private Presentations() {}

    static Presented read(Message message, PrivateFields dialect) {
        String number = message.find(2);
        if (number == null) {
            throw UnfitMessageException.field(2, "is missing");
        }
        Pan pan = Pan.parse(number).orElseThrow(UnfitMessageException::noCardNumber);
        return new Presented(
                null, pan, null, expiry(message), value(message, dialect), pin(message), dialect.address(message));
    }

    private static @Nullable YearMonth expiry(Message message) {
        String digits = message.find(14);
        if (digits == null || digits.equals("0000")) {
            return null;
        }
        try {
            int year = CENTURY + Integer.parseInt(digits, 0, 2, 10);
            return YearMonth.of(year, Integer.parseInt(digits, 2, 4, 10));
        } catch (DateTimeException noMonth) {
            throw UnfitMessageException.field(14, "is no month");
        }
    }

    private static @Nullable Cvv value(Message message, PrivateFields dialect) {
        String digits = dialect.verificationValue(message);
        return digits == null
                ? null
                : Cvv.parse(digits).orElseThrow(() -> new UnfitMessageException("no card verification value"));
    }

    private static @Nullable EncryptedPinBlock pin(Message message) {
        String block = message.find(52);
        return block == null
                ? null
                : new EncryptedPinBlock(PinBlockFormat.ISO_0, HexFormat.of().parseHex(block));
    }
}
