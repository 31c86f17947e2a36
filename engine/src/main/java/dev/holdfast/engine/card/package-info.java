/**
 * Cards: issuing them under a BIN, their status, PIN and address, finding one by its number, and what the network's
 * stand-in file is to be told of them.
 *
 * <p>A card belongs to an account. Its row is loaded and written on a shelf of the book, under the lock on the account's
 * balances: a card that is locked is locked for the very next authorization. A card's id is the token id that callers
 * know; its number stands in the vault's table alone, sealed, and every opening of it writes a row of {@code
 * card_access} first.
 *
 * <table>
 * <caption>What cards add to the write path; nothing, where no command of the batch names any</caption>
 * <tr><th>flush</th><th>statement</th><th>table</th></tr>
 * <tr><td>load</td><td>READ_CARDS *, READ_ISSUED *</td><td>card, card_issue</td></tr>
 * <tr><td>flush</td><td>INSERT_CARDS *, UPDATE_CARDS *</td><td>card</td></tr>
 * <tr><td>flush</td><td>INSERT_NUMBERS *</td><td>card_number</td></tr>
 * <tr><td>flush</td><td>INSERT_ISSUES *, INSERT_CHANGES *, INSERT_FILE_UPDATES *</td><td>card_issue,
 *     card_status_change, file_update</td></tr>
 * </table>
 *
 * <p>Invariants: a card number is stored once, whichever look-up key its digest is under; an order of cards has one
 * effect per account and key; a status changes only as {@link dev.holdfast.engine.card.CardPolicy} allows; neither a
 * card number beyond its mask nor a verification value is in any text column, outcome or log line.
 *
 * <p>Threads: the shelf and its cards are confined to their batch; all else may be shared. Numbers are drawn, sealed and
 * opened on worker threads, many at a time; nothing else takes long. Bounds: 1,000 cards per call, of at most 16 orders
 * at a time; a queue of 16,384 look-ups, 512 to a statement, two seconds each; 14 attempts per file update.
 */
@NullMarked
package dev.holdfast.engine.card;

import org.jspecify.annotations.NullMarked;
