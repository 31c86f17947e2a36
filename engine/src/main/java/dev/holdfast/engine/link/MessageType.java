package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Mti;

import java.util.Arrays;

/** The message types that a link knows, and what it does with each. */
enum MessageType {
    AUTHORIZATION(100, Duty.HANDLE),
    AUTHORIZATION_REPEAT(101, Duty.HANDLE),
    AUTHORIZATION_ANSWER(110, Duty.IGNORE),
    AUTHORIZATION_ADVICE(120, Duty.HANDLE),
    AUTHORIZATION_ADVICE_REPEAT(121, Duty.HANDLE),
    AUTHORIZATION_ADVICE_ANSWER(130, Duty.IGNORE),
    NEGATIVE_ACKNOWLEDGEMENT(190, Duty.HANDLE),
    FINANCIAL(200, Duty.HANDLE),
    FINANCIAL_REPEAT(201, Duty.HANDLE),
    FINANCIAL_ANSWER(210, Duty.IGNORE),
    FINANCIAL_ADVICE(220, Duty.HANDLE),
    FINANCIAL_ADVICE_REPEAT(221, Duty.HANDLE),
    FINANCIAL_ADVICE_ANSWER(230, Duty.IGNORE),
    /** Sent by Holdfast, taken from nobody. */
    FILE_UPDATE(302, Duty.IGNORE),
    FILE_UPDATE_ANSWER(312, Duty.MATCH_FILE_UPDATE),
    REVERSAL(400, Duty.HANDLE),
    REVERSAL_REPEAT(401, Duty.HANDLE),
    REVERSAL_ANSWER(410, Duty.IGNORE),
    REVERSAL_ADVICE(420, Duty.HANDLE),
    REVERSAL_ADVICE_REPEAT(421, Duty.HANDLE),
    REVERSAL_ADVICE_ANSWER(430, Duty.IGNORE),
    ADMINISTRATIVE(600, Duty.HANDLE),
    ADMINISTRATIVE_REPEAT(601, Duty.HANDLE),
    ADMINISTRATIVE_ANSWER(610, Duty.IGNORE),
    ADMINISTRATIVE_ADVICE(620, Duty.HANDLE),
    ADMINISTRATIVE_ADVICE_REPEAT(621, Duty.HANDLE),
    ADMINISTRATIVE_ADVICE_ANSWER(630, Duty.IGNORE),
    NETWORK_MANAGEMENT(800, Duty.MANAGE),
    NETWORK_MANAGEMENT_REPEAT(801, Duty.MANAGE),
    NETWORK_MANAGEMENT_ANSWER(810, Duty.HEAR),
    /** Every other type. */
    OTHER(0, Duty.IGNORE);

    /** What a link does with a message that it reads. */
    enum Duty {
        /** Goes to the {@link MessageHandler}. */
        HANDLE,
        MANAGE,
        /** The answer to an echo: any frame is a sign of life. */
        HEAR,
        MATCH_FILE_UPDATE,
        /** Counted and logged, not answered: nothing that a link has asked for or could answer. */
        IGNORE
    }

    private static final int CODES = 1000;
    private static final MessageType[] BY_CODE = byCode();

    private final int code;
    private final Duty duty;

    MessageType(int code, Duty duty) {
        this.code = code;
        this.duty = duty;
    }

    static MessageType of(Mti mti) {
        return BY_CODE[mti.code()];
    }

    Duty duty() {
        return duty;
    }

    /** Four digits, or {@code other}. */
    String label() {
        return this == OTHER ? "other" : "0" + code;
    }

    private static MessageType[] byCode() {
        MessageType[] types = new MessageType[CODES];
        Arrays.fill(types, OTHER);
        for (MessageType type : values()) {
            types[type.code] = type;
        }
        return types;
    }
}
