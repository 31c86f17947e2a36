package dev.holdfast.engine.door;

import dev.holdfast.engine.iso8583.AdditionalAmount;
import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.engine.network.HostAnswer;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.network.MessageOutcome;
import dev.holdfast.engine.network.Response;
import dev.holdfast.engine.program.Fallback;

/** Writes the answer to a message. */
final class AnswerWriter {

    /** What the sender gets back as it was, if it was there. */
    private static final int[] ECHOED = {2, 3, 4, 5, 6, 7, 9, 10, 11, 15, 32, 33, 37, 41, 42, 49, 50, 51, 62, 63};

    /** DE54, amount types. */
    private static final String LEDGER = "01";

    private static final String AVAILABLE = "02";
    private static final String ORIGINAL = "57";
    private static final String NO_ACCOUNT_TYPE = "00";

    /** DE54 has twelve digits for an amount, and a sign of its own. */
    private static final long MAX_AMOUNT = 999_999_999_999L;

    private final PrivateFields dialect;

    AnswerWriter(PrivateFields dialect) {
        this.dialect = dialect;
    }

    Message write(Message request, HostAnswer answer) {
        MessageFunction function = Functions.of(request);
        MessageOutcome outcome = answer.outcome();
        MessageBuilder message = request.answer(ECHOED);
        boolean malfunction = answer.fallback() == Fallback.DECLINE_96;
        message.set(39, malfunction ? ResponseCodes.MALFUNCTION : ResponseCodes.of(outcome, function, dialect));
        String code = outcome.approvalCode();
        if (code != null) {
            message.set(38, code);
        }
        if (function.isRequest()) {
            writeAmounts(message, request, outcome);
            dialect.writeChecks(message, request, answer.credentials().cvv(), outcome.address());
        }
        return message.build();
    }

    /** To a message that asks for nothing. */
    Message acknowledge(Message request) {
        return request.answer(ECHOED).set(39, ResponseCodes.APPROVED).build();
    }

    /** To a message that could be read but not understood. */
    Message refuse(Message request, UnfitMessageException unfit) {
        return request.answer(ECHOED).set(39, unfit.responseCode()).build();
    }

    private static void writeAmounts(MessageBuilder message, Message request, MessageOutcome outcome) {
        if (outcome.response() == Response.PARTIALLY_APPROVED) {
            long asked = request.number(4);
            message.set(4, outcome.approvedMinor());
            if (request.has(6)) {
                message.set(6, outcome.approvedMinor());
            }
            message.set(54, group(ORIGINAL, request.text(49), asked));
        } else if (isInquiry(request) && outcome.response() == Response.APPROVED) {
            String currency = request.has(51) ? request.text(51) : request.text(49);
            MessageOutcome.Funds funds = outcome.funds();
            message.set(54, group(LEDGER, currency, funds.ledger()) + group(AVAILABLE, currency, funds.available()));
        }
    }

    private static boolean isInquiry(Message request) {
        return request.text(3).startsWith("3");
    }

    private static String group(String type, String currency, long minor) {
        long shown = Math.min(Math.abs(minor), MAX_AMOUNT);
        return new AdditionalAmount(NO_ACCOUNT_TYPE, type, currency, minor >= 0, shown).text();
    }
}
