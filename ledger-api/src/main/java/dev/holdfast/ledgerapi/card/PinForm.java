package dev.holdfast.ledgerapi.card;

import dev.holdfast.engine.hsm.EncryptedPinBlock;
import dev.holdfast.engine.hsm.PinBlockFormat;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** The body that sets a card's PIN. */
final class PinForm implements JsonForm {

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]{16}([0-9A-Fa-f]{16})?");

    private @Nullable String block;
    private @Nullable PinBlockFormat format;

    /**
     * Decodes the body of a call.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static EncryptedPinBlock read(Call call) {
        Problems problems = new Problems();
        PinForm form = new PinForm();
        JsonBody.read(call.body().getBytes(), problems, form);
        return form.toBlock(problems);
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "pin_block" -> block = in.text(name, HEXADECIMAL, "must be 16 or 32 hexadecimal digits");
            case "format" -> format = in.word(name, PinBlockFormat.class);
            default -> in.skip();
        }
    }

    private EncryptedPinBlock toBlock(Problems problems) {
        problems.require("pin_block", block);
        PinBlockFormat known = Objects.requireNonNullElse(format, PinBlockFormat.ISO_0);
        if (block != null && block.length() != known.bytes() * 2) {
            problems.add("pin_block", DetailCode.INVALID_VALUE, "has not the length of its format");
        }
        problems.throwIfAny();
        byte[] bytes = HexFormat.of().parseHex(Objects.requireNonNull(block).toLowerCase(Locale.ROOT));
        return new EncryptedPinBlock(known, bytes);
    }
}
