package dev.holdfast.simulator.network.scenario;

import dev.holdfast.simulator.network.card.CardCondition;
import dev.holdfast.simulator.network.lifecycle.Script;
import dev.holdfast.simulator.network.lifecycle.Step;

import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** A scenario as its file has it. */
public record Scenario(String name, List<Account> accounts, List<Card> cards, List<Line> lines) {

    /**
     * An account as it must be opened. Minor units.
     *
     * @param available what must be deposited
     */
    public record Account(String name, Currency currency, long available, long creditLimit) {}

    /** A card as it must be issued. */
    public record Card(String name, String account, CardCondition condition) {}

    /** A line that is played. */
    public sealed interface Line {
        /** As it stands in the file, with its number. */
        String text();
    }

    public record Message(String text, String card, Step step, Expected expected) implements Line {}

    public record Tick(String text, int days) implements Line {}

    public Scenario {
        accounts = List.copyOf(accounts);
        cards = List.copyOf(cards);
        lines = List.copyOf(lines);
    }

    /** Whether it can only be played where the clock can be moved. */
    public boolean needsClock() {
        return lines.stream().anyMatch(Tick.class::isInstance);
    }

    Stream<Message> messages() {
        return lines.stream().filter(Message.class::isInstance).map(Message.class::cast);
    }

    /** Returns the steps of all messages. */
    public Script script() {
        return new Script(messages().map(Message::step).toList());
    }

    public Account accountOf(String card) {
        String account = cards.stream()
                .filter(each -> each.name().equals(card))
                .map(Card::account)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no card " + card));
        return accounts.stream()
                .filter(each -> each.name().equals(account))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account " + account));
    }

    @Override
    public String toString() {
        return name;
    }
}
