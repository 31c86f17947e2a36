package dev.holdfast.ledgerapi.json;

import java.io.IOException;

/** An object of a request that is being filled in, one member at a time. */
@FunctionalInterface
public interface JsonForm {

    /**
     * Takes one member: reads its value with {@code in}, or skips it.
     *
     * @throws IOException if the text is not JSON
     */
    void member(String name, JsonReader in) throws IOException;
}
