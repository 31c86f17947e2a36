package dev.holdfast.engine.query;

import java.util.List;

/**
 * What one card payment has done to the journal.
 *
 * @param entries oldest first; none if there is no such payment
 * @param truncated whether there are more than are shown
 */
public record TransactionView(List<EntryView> entries, boolean truncated) {

    /** One entry more than is shown was asked for. */
    static TransactionView of(List<EntryView> read) {
        boolean truncated = read.size() > EntryFilter.MAX_LIMIT;
        return new TransactionView(truncated ? List.copyOf(read.subList(0, EntryFilter.MAX_LIMIT)) : read, truncated);
    }
}
