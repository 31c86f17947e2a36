package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.money.Currency;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a message's answer is spelled in its row. */
final class MessageRows {

    private MessageRows() {}

    /** Reads what {@link MessageStore#READ_MESSAGES} selects from the payment on. */
    static MessageOutcome outcome(Row row, int from) {
        String address = row.getString(from + 9);
        return new MessageOutcome(
                row.getUUID(from),
                Response.ofNumber(row.getShort(from + 1)),
                DecidedBy.ofNumber(row.getShort(from + 2)),
                lines(row.getString(from + 3), Finding::parse),
                Set.copyOf(lines(row.getString(from + 4), Flag::ofLabel)),
                row.getLong(from + 5),
                new MessageOutcome.Funds(row.getLong(from + 6), row.getLong(from + 7)),
                row.getString(from + 8),
                address == null ? null : AddressMatch.ofLetter(address.charAt(0)),
                lines(row.getString(from + 10), line -> line),
                false);
    }

    /** Reads what {@link MessageQueryStore} selects of a message. */
    static MessageView view(Row row) {
        return new MessageView(
                row.getUUID(0),
                MessageFunction.ofNumber(row.getShort(1)),
                row.getUUID(2),
                row.getUUID(3),
                Currency.of(row.getString(4)),
                outcome(row, 9),
                new MessageView.Times(
                        row.getOffsetDateTime(5).toInstant(),
                        row.getOffsetDateTime(6).toInstant(),
                        row.getOffsetDateTime(7).toInstant()),
                row.getString(8));
    }

    static <T> List<T> lines(String text, Function<String, T> parse) {
        return text.lines().map(parse).toList();
    }

    static <T> String text(Collection<T> lines, Function<T, String> spell) {
        return lines.isEmpty() ? "" : lines.stream().map(spell).collect(Collectors.joining("\n"));
    }

    static @Nullable String letter(@Nullable AddressMatch match) {
        return match == null ? null : String.valueOf(match.letter());
    }
}
