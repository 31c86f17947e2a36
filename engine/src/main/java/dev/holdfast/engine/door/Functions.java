package dev.holdfast.engine.door;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.network.MessageFunction;

/** What a message type is for. */
final class Functions {

    private Functions() {}

    static MessageFunction of(Message message) {
        return switch (message.mti().code() / 10) {
            case 10 -> MessageFunction.AUTHORIZATION;
            case 12 -> MessageFunction.AUTHORIZATION_ADVICE;
            case 19 -> MessageFunction.NEGATIVE_ACKNOWLEDGEMENT;
            case 20 -> MessageFunction.FINANCIAL;
            case 22 -> MessageFunction.FINANCIAL_ADVICE;
            case 40 -> MessageFunction.REVERSAL;
            case 42 -> MessageFunction.REVERSAL_ADVICE;
            default -> throw new UnfitMessageException("no message type that is decided");
        };
    }
}
