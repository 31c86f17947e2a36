package dev.holdfast.engine.notification;

import java.util.Arrays;
import java.util.Optional;

/** What a notification is about, by its name on the wire. The first part of a name may be the version of its payload. */
public enum NotificationType {
    TOKEN_ACTIVATED("v1:wallet:token:activated"),
    TOKEN_SUSPENDED("v1:wallet:token:suspended"),
    TOKEN_DELETED("v1:wallet:token:deleted"),
    WALLET_AUTHORIZATION("v1:wallet:transaction:authorization"),
    FINAL_AUTH_REVERSED("v1:pba:transaction:final_auth_reversed"),
    PRE_AUTH_REVERSED("v1:pba:transaction:pre_auth_reversed"),
    CLEARING_FILE_READY("v1:pba:eoc:clearing_file_ready"),
    SETTLEMENT_FILE_READY("v1:pba:eos:net_settlement_file_ready"),
    CHARGED("transaction:charged"),
    REVERSED("transaction:reversed"),
    CREDITED("transaction:credited");

    private final String label;

    NotificationType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<NotificationType> find(String label) {
        return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
    }
}
