package dev.holdfast.simulator.network.dialect;

import dev.holdfast.engine.iso8583.AdditionalAmount;
import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import org.jspecify.annotations.Nullable;

/** Reads answers. What an answer must have and lacks counts as an answer without a code, which nothing expects. */
public final class AnswerReader {

    private static final String NO_CODE = "--";
    private static final String AVAILABLE = "02";

    private AnswerReader() {}

    public static NetworkAnswer read(Message message) {
        String code = message.find(39);
        long minor = message.has(6) ? message.number(6) : message.has(4) ? message.number(4) : 0;
        return new NetworkAnswer(code == null ? NO_CODE : code, message.find(38), minor, available(message));
    }

    private static @Nullable Long available(Message message) {
        for (AdditionalAmount amount : AdditionalAmount.of(message)) {
            if (amount.amountType().equals(AVAILABLE)) {
                return amount.isCredit() ? amount.minor() : -amount.minor();
            }
        }
        return null;
    }
}
