package dev.holdfast.engine.query;

import dev.holdfast.engine.book.JournalEntry;

/**
 * A journal entry with the names that its ids stand for.
 *
 * @param accountRef the tenant's reference of the account
 * @param balanceRef the tenant's reference of the balance
 */
public record EntryView(String accountRef, String balanceRef, JournalEntry entry) {}
