package dev.holdfast.ledgerapi.json;

import org.jspecify.annotations.Nullable;

/** What text may be in a reference: short, not empty, and printable everywhere it may end up. */
public final class TextRule {

    private TextRule() {}

    /**
     * Says what is wrong with a text; null if nothing is.
     *
     * @param maxLength in Unicode code points, as PostgreSQL counts
     */
    public static @Nullable String problemWith(String text, int maxLength) {
        int length = text.length();
        if (length == 0) {
            return "must not be empty";
        }
        if (length > maxLength && text.codePointCount(0, length) > maxLength) {
            return "must have at most " + maxLength + " characters";
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return "must not have control characters";
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == length || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    return "must be valid Unicode";
                }
                i++;
            }
        }
        return null;
    }
}
