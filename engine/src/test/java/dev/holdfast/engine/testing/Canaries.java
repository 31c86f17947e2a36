package dev.holdfast.engine.testing;

import dev.holdfast.engine.database.DatabaseUrl;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Secrets that must be found nowhere, in none of the ways in which bytes are written down. */
public final class Canaries {

    private static final Charset EBCDIC = Charset.forName("IBM1047");

    private final List<String> hex = new ArrayList<>();
    private final List<String> base64 = new ArrayList<>();
    private final List<Pattern> words = new ArrayList<>();

    /** Adds digits that are too many to stand anywhere by accident; an even number of them. */
    public Canaries with(String digits) {
        encodings(digits).forEach(bytes -> {
            hex.add(HexFormat.of().formatHex(bytes));
            base64.addAll(base64(bytes));
        });
        return this;
    }

    /** Adds digits that are too few to be looked for within others. */
    public Canaries withWord(String digits) {
        words.add(Pattern.compile("(?<![0-9A-Za-z])" + digits + "(?![0-9A-Za-z])"));
        return this;
    }

    /** ASCII, EBCDIC, and two digits a byte; the digits themselves are read as the last one's hexadecimal. */
    public static List<byte[]> encodings(String digits) {
        return List.of(
                digits.getBytes(StandardCharsets.US_ASCII),
                digits.getBytes(EBCDIC),
                HexFormat.of().parseHex(digits));
    }

    /** What does not depend on the neighbours, at each of the three places where the bytes may begin. */
    private static List<String> base64(byte[] bytes) {
        List<String> texts = new ArrayList<>();
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            texts.add(text.substring(shift == 0 ? 0 : shift + 1, shifted.length * 8 / 6));
        }
        return texts;
    }

    public boolean in(String text) {
        String digits = text.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
        return hex.stream().anyMatch(digits::contains)
                || base64.stream().anyMatch(text::contains)
                || words.stream().anyMatch(word -> word.matcher(text).find());
    }

    /** Every row of every table, as text; bytes in hexadecimal. */
    public static Stream<String> rows(DatabaseUrl database) {
        return Jdbc.queryRows(
                        database,
                        "SELECT quote_ident(table_name) FROM information_schema.tables"
                                + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")
                .stream()
                .map(row -> row.get(0))
                .flatMap(table ->
                        Jdbc.queryRows(database, "SELECT '" + table + " ' || t::text FROM " + table + " t").stream())
                .map(row -> row.get(0));
    }
}
