package dev.holdfast.simulator.network.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * Reads the cards of an embossing file: one object a line with {@code card_id}, {@code account_ref}, {@code pan},
 * {@code expiry} (YYMM) and {@code cvv2}. {@code currency} may be given a line; else the file's applies. {@code pin_block}
 * and {@code wrong_pin_block} may be given together. Other members are passed over.
 */
public final class EmbossingFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_CARDS = 1_000_000;
    private static final int LONGEST_LINE = 1_024;

    private EmbossingFile() {}

    /**
     * Reads a file.
     *
     * @param currency of lines that name none
     * @throws IOException if it cannot be read, or a line is no card; the message names the line, never its content
     */
    public static List<TestCard> read(Path file, Currency currency) throws IOException {
        List<TestCard> cards = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (cards.size() >= MOST_CARDS || line.length() > LONGEST_LINE) {
                    throw new IOException("line " + number + ": more than " + MOST_CARDS + " cards, or more than "
                            + LONGEST_LINE + " characters");
                }
                if (!line.isBlank()) {
                    cards.add(card(line, number, currency));
                }
            }
        }
        return cards;
    }

    private static TestCard card(String line, int number, Currency currency) throws IOException {
        try {
            JsonNode node = JSON.readTree(line);
            Embossing embossing = new Embossing(text(node, "pan"), text(node, "expiry"), text(node, "cvv2"));
            Currency own = node.hasNonNull("currency") ? Currency.getInstance(text(node, "currency")) : currency;
            TestCard card = new TestCard(text(node, "card_id"), text(node, "account_ref"), embossing, own);
            return node.hasNonNull("pin_block")
                    ? card.withPin(new PinBlocks(text(node, "pin_block"), text(node, "wrong_pin_block")))
                    : card;
        } catch (JsonProcessingException e) {
            // The parser's own message quotes the line; so neither it nor its cause is kept.
            throw new IOException("line " + number + " is not a JSON object");
        } catch (IllegalArgumentException e) {
            throw new IOException("line " + number + ": " + e.getMessage());
        }
    }

    private static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw new IllegalArgumentException(member + " is missing");
        }
        return value.asText();
    }
}
