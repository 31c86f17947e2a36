package dev.holdfast.simulator.network.scenario;

import dev.holdfast.simulator.money.Amount;
import dev.holdfast.simulator.network.card.CardCondition;
import dev.holdfast.simulator.network.lifecycle.Action;
import dev.holdfast.simulator.network.lifecycle.Flag;
import dev.holdfast.simulator.network.lifecycle.Step;

import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads scenario files. */
public final class ScenarioFile {

    private final List<Scenario.Account> accounts = new ArrayList<>();
    private final List<Scenario.Card> cards = new ArrayList<>();
    private final Map<String, Currency> currencyByCard = new HashMap<>();
    private final List<Scenario.Line> lines = new ArrayList<>();

    private ScenarioFile() {}

    /** @throws IllegalArgumentException if a line cannot be understood; the message names it */
    public static Scenario read(String name, String content) {
        ScenarioFile file = new ScenarioFile();
        int number = 0;
        for (String line : content.lines().toList()) {
            number++;
            String text = line.replaceFirst("#.*", "").trim();
            try {
                if (!text.isEmpty()) {
                    file.line(text, number + ": " + text);
                }
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(name + ", line " + number + ": " + e.getMessage(), e);
            }
        }
        return new Scenario(name, file.accounts, file.cards, file.lines);
    }

    private void line(String text, String numbered) {
        String[] words = text.split("\\s+", -1);
        switch (words[0]) {
            case "account" -> account(words);
            case "card" -> card(words);
            case "tick" -> lines.add(new Scenario.Tick(numbered, Integer.parseInt(words[1].replace("d", ""))));
            default -> message(words, numbered);
        }
    }

    private void account(String[] words) {
        Currency currency = Currency.getInstance(words[2]);
        long limit = words.length > 4 ? minor(words[4].replace("limit=", ""), currency) : 0;
        accounts.add(new Scenario.Account(words[1], currency, minor(words[3], currency), limit));
    }

    private void card(String[] words) {
        CardCondition condition =
                words.length > 3 ? CardCondition.valueOf(words[3].toUpperCase(Locale.ROOT)) : CardCondition.ACTIVE;
        cards.add(new Scenario.Card(words[1], words[2], condition));
        accounts.stream()
                .filter(account -> account.name().equals(words[2]))
                .forEach(account -> currencyByCard.put(words[1], account.currency()));
    }

    private void message(String[] words, String numbered) {
        Currency currency = currencyByCard.get(words[2]);
        if (currency == null) {
            throw new IllegalArgumentException("no card " + words[2]);
        }
        int arrow = List.of(words).indexOf("->");
        if (arrow < 0) {
            throw new IllegalArgumentException("nothing is expected");
        }
        Step step = step(List.of(words).subList(0, arrow), currency);
        Expected expected = expected(List.of(words).subList(arrow + 1, words.length), currency);
        lines.add(new Scenario.Message(numbered, words[2], step, expected));
    }

    private static Step step(List<String> words, Currency currency) {
        String of = "";
        long minor = 0;
        Step.Count count = Step.Count.NONE;
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (String word : words.subList(3, words.size())) {
            if (word.startsWith("of=")) {
                of = word.substring(3);
            } else if (word.matches("[0-9]+of[0-9]+")) {
                String[] parts = word.split("of", -1);
                count = new Step.Count(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            } else if (Character.isDigit(word.charAt(0))) {
                minor = minor(word, currency);
            } else {
                flags.add(Flag.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        Action action = Action.valueOf(words.get(1).toUpperCase(Locale.ROOT));
        return new Step(words.get(0), action, of, minor, count, flags);
    }

    private static Expected expected(List<String> words, Currency currency) {
        Map<String, Long> figures = new HashMap<>();
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            figures.put(word.substring(0, equals), minor(word.substring(equals + 1), currency));
        }
        Expected expected = new Expected(
                Set.of(words.get(0).split("\\|", -1)),
                figures.getOrDefault("for", Expected.UNSAID),
                figures.getOrDefault("available", Expected.UNSAID),
                figures.getOrDefault("held", Expected.UNSAID));
        figures.keySet().removeAll(Set.of("for", "available", "held"));
        if (!figures.isEmpty()) {
            throw new IllegalArgumentException("no such figure: " + figures.keySet());
        }
        return expected;
    }

    private static long minor(String text, Currency currency) {
        return Amount.parse(text, currency).minor();
    }
}
