package dev.holdfast.engine.lane;

import org.jspecify.annotations.Nullable;

/** Writes one word into a book of words; the word is its own idempotency key. */
record WriteWord(String word) implements Command<StringBuilder, String> {

    @Override
    public int bucket() {
        return 0;
    }

    @Override
    public void name(StringBuilder book) {
        // Every word is in the one row there is.
    }

    @Override
    public @Nullable String recall(StringBuilder book) {
        return book.indexOf(word) < 0 ? null : "has " + word;
    }

    @Override
    public boolean recallable(StringBuilder book) {
        return true;
    }

    @Override
    public String decide(StringBuilder book) {
        book.append(word);
        return "wrote " + word;
    }
}
