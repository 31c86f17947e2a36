package dev.holdfast.engine.control;

/** Whose purchases are counted together. */
public enum Scope {
    CARD,
    ACCOUNT;

    String subject(Purchase purchase) {
        return switch (this) {
            case CARD -> purchase.card();
            case ACCOUNT -> purchase.account();
        };
    }
}
