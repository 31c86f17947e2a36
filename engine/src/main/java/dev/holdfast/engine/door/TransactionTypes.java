package dev.holdfast.engine.door;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.iso8583.Message;

/** DE3: what is asked for, in its first two digits. */
final class TransactionTypes {

    private TransactionTypes() {}

    static TransactionType of(Message message, Amounts amounts) {
        String code = message.find(3);
        if (code == null) {
            throw UnfitMessageException.field(3, "is missing");
        }
        return switch (code.substring(0, 2)) {
            case "00" ->
                amounts.transaction().minor() == 0 ? TransactionType.ACCOUNT_VERIFICATION : TransactionType.PURCHASE;
            case "01", "17" -> TransactionType.CASH;
            case "09" -> TransactionType.CASHBACK;
            case "11" -> TransactionType.QUASI_CASH;
            case "20" -> TransactionType.REFUND;
            case "26", "28" -> TransactionType.PAYMENT;
            case "30", "31" -> TransactionType.BALANCE_INQUIRY;
            default -> throw UnfitMessageException.field(3, "is no transaction type that is supported");
        };
    }
}
