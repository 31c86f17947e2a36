package dev.holdfast.engine.link;

import dev.holdfast.engine.vault.Pan;

/**
 * One file update, 0302. Prints no more of the card than its mask.
 *
 * @param id by which its outcome is reported
 * @param action DE91
 * @param file DE101, the network's name of the file: 1 to 17 characters
 * @param card DE2
 * @param record the record: DE120, in the Visa style DE127
 */
public record PendingUpdate(String id, Action action, String file, Pan card, String record) {

    /** DE91. */
    public enum Action {
        ADD("1"),
        UPDATE("2"),
        DELETE("3");

        private final String code;

        Action(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** The record may hold card data. */
    @Override
    public String toString() {
        return "PendingUpdate[" + id + ", " + action + ", " + file + ", " + card + "]";
    }
}
