package dev.holdfast.simulator.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.holdfast.simulator.money.Amount;
import dev.holdfast.simulator.operation.Operation;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Currency;

/** Reads answers, strictly: each member that the contract shows must be there, and amounts must have their decimals. */
public final class Answers {

    private static final JsonFactory JSON = new JsonFactory();

    private Answers() {}

    /**
     * Reads the answer to an operation.
     *
     * @throws IOException if it is not what the contract promises; the message says how
     */
    public static Answer read(Operation operation, Buffer body) throws IOException {
        Reader reader = new Reader(refMember(operation), balanceMember(operation));
        try (JsonParser parser = JSON.createParser(body.getBytes())) {
            reader.read(parser);
        }
        return operation.hasKey() ? reader.answer() : reader.status();
    }

    /**
     * Reads {@code error_code} of an error body.
     *
     * @throws IOException if there is none
     */
    public static String errorCode(Buffer body) throws IOException {
        try (JsonParser parser = JSON.createParser(body.getBytes())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("error_code")) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
        }
        throw new IOException("no error_code in " + body);
    }

    private static String refMember(Operation operation) {
        return switch (operation.answers()) {
            case BALANCE -> "tenant_balance_ref";
            case HOLD, HOLD_AND_AVAILABLE -> "tenant_hold_balance_ref";
            case STATUS -> "status";
        };
    }

    private static String balanceMember(Operation operation) {
        return operation.answers() == Operation.Answers.HOLD ? "hold_balance" : "available_balance";
    }

    private static final class Reader {

        private static final int SUCCESS = 1;
        private static final int REF = 2;
        private static final int BALANCE = 4;
        private static final int ACTION = 8;
        private static final int ERROR = 16;
        private static final int ALL = 31;

        private final String refMember;
        private final String balanceMember;
        private int seen;
        private boolean success;
        private @Nullable String ref;
        private @Nullable Amount balance;
        private @Nullable String actionRef;
        private @Nullable String errorCode;

        Reader(String refMember, String balanceMember) {
            this.refMember = refMember;
            this.balanceMember = balanceMember;
        }

        void read(JsonParser parser) throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the answer is not an object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals(refMember)) {
                    ref = parser.getValueAsString(null);
                    seen |= REF;
                } else if (name.equals(balanceMember)) {
                    balance = amount(parser);
                    seen |= BALANCE;
                } else {
                    readCommon(name, parser);
                }
            }
        }

        private void readCommon(String name, JsonParser parser) throws IOException {
            switch (name) {
                case "success" -> {
                    success = parser.getBooleanValue();
                    seen |= SUCCESS;
                }
                case "tenant_action_ref" -> {
                    actionRef = parser.getValueAsString(null);
                    seen |= ACTION;
                }
                case "error" -> {
                    errorCode = code(parser);
                    seen |= ERROR;
                }
                default -> parser.skipChildren();
            }
        }

        Answer answer() throws IOException {
            if (seen != ALL) {
                throw new IOException("a member is missing: success, " + refMember + ", " + balanceMember
                        + ", tenant_action_ref and error must all be there");
            }
            return new Answer(success, ref, balance, actionRef, errorCode);
        }

        Answer status() throws IOException {
            if (ref == null) {
                throw new IOException("the account has no status");
            }
            return new Answer(true, ref, null, null, null);
        }

        private static @Nullable String code(JsonParser parser) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                return null;
            }
            String code = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isCode = parser.currentName().equals("code");
                parser.nextToken();
                if (isCode) {
                    code = parser.getText();
                }
                parser.skipChildren();
            }
            return code;
        }
    }

    /** Reads {@code {value, currency}} or null, the parser standing on its first token. */
    static @Nullable Amount amount(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        String value = null;
        String currency = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("value") && token.isNumeric()) {
                value = parser.getText();
            } else if (name.equals("currency")) {
                currency = parser.getText();
            } else {
                throw new IOException("an amount has a numeric value and a currency");
            }
        }
        if (value == null || currency == null) {
            throw new IOException("an amount has a numeric value and a currency");
        }
        try {
            return Amount.parse(value, Currency.getInstance(currency));
        } catch (IllegalArgumentException e) {
            throw new IOException("not an amount: " + value + " " + currency, e);
        }
    }
}
