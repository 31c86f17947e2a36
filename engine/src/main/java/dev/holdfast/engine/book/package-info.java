/**
 * The book: the rows of one batch in memory, and the statements that load and write them.
 *
 * <p>A lane's batch runs these statements, in this order, in two flushes. Each runs at most once per batch, whatever the
 * batch's size; those marked * only if the batch has something for it.
 *
 * <table>
 * <caption>The write path</caption>
 * <tr><th>flush</th><th>statement</th><th>table</th><th>why here</th></tr>
 * <tr><td>load</td><td>BEGIN</td><td></td><td>read committed: each statement sees what was committed before it</td></tr>
 * <tr><td>load</td><td>LOCK_BALANCES</td><td>balance</td><td>row locks, ascending; everything read later is stable</td></tr>
 * <tr><td>load</td><td>READ_TIME</td><td></td><td>after the locks, so that times ascend along a balance; kept
 *     for the transaction, so that a shelf's statement can reckon from it</td></tr>
 * <tr><td>load</td><td>READ_OPENINGS *</td><td>account</td><td>of accounts being opened or shown; never changed, so not locked</td></tr>
 * <tr><td>load</td><td>READ_HOLDS *</td><td>hold</td><td></td></tr>
 * <tr><td>load</td><td>READ_SETTLED_ENTRIES *, READ_SETTLED_REFUSALS *</td><td>journal, refusal</td><td>what the
 *     idempotency keys have come to</td></tr>
 * <tr><td>load</td><td>the shelves' *</td><td></td><td>in the order in which the batch's commands asked for them; the
 *     table below</td></tr>
 * <tr><td>flush</td><td>LOCK_ABSENT_ACCOUNTS *</td><td></td><td>advisory locks, ascending, where no row can be locked</td></tr>
 * <tr><td>flush</td><td>INSERT_ACCOUNTS *</td><td>account</td><td></td></tr>
 * <tr><td>flush</td><td>INSERT_BALANCES *, UPDATE_BALANCES *</td><td>balance</td><td></td></tr>
 * <tr><td>flush</td><td>INSERT_HOLDS *, UPDATE_HOLDS *</td><td>hold</td><td></td></tr>
 * <tr><td>flush</td><td>INSERT_ENTRIES *, INSERT_REFUSALS *</td><td>journal, refusal</td><td>unique keys: a second
 *     effect cannot be stored</td></tr>
 * <tr><td>flush</td><td>the shelves' *</td><td></td><td>their rows belong to locked accounts</td></tr>
 * <tr><td>flush</td><td>ADD_TOTALS *</td><td>total</td><td>last and ascending: shared between processes, held briefly</td></tr>
 * <tr><td>flush</td><td>COMMIT</td><td></td><td></td></tr>
 * </table>
 *
 * <p>A batch that decides card messages asks for the shelves of messages, payments, cards and controls, in this order.
 *
 * <table>
 * <caption>The card path</caption>
 * <tr><th>flush</th><th>shelf</th><th>statements</th><th>tables</th></tr>
 * <tr><td>load</td><td>messages</td><td>READ_MESSAGES *</td><td>network_message</td></tr>
 * <tr><td>load</td><td>payments</td><td>READ_HOLDS, READ_PAYMENTS, READ_FACTS</td><td>payment_name, payment, hold,
 *     payment_fact</td></tr>
 * <tr><td>load</td><td>cards</td><td>READ_CARDS *, READ_ISSUED *</td><td>card, card_issue</td></tr>
 * <tr><td>load</td><td>controls</td><td>READ</td><td>control_assignment, control_version, velocity_counter,
 *     velocity_bucket, velocity_use</td></tr>
 * <tr><td>flush</td><td>messages</td><td>INSERT_MESSAGES *, INSERT_UNPLACED *</td><td>network_message</td></tr>
 * <tr><td>flush</td><td>payments</td><td>INSERT_PAYMENTS *, UPDATE_PAYMENTS *, INSERT_FACTS *, INSERT_NAMES *,
 *     UPSERT_LOOSE_NAMES *</td><td>payment, payment_fact, payment_name</td></tr>
 * <tr><td>flush</td><td>cards</td><td>INSERT_CARDS *, UPDATE_CARDS *, INSERT_NUMBERS *, INSERT_ISSUES *,
 *     INSERT_CHANGES *, INSERT_FILE_UPDATES *</td><td>card, card_number, card_issue, card_status_change,
 *     file_update</td></tr>
 * <tr><td>flush</td><td>controls</td><td>INSERT_COUNTERS *, SET_FIGURES *, ADD_BUCKETS *, CHANGE_BUCKETS *,
 *     DROP_EMPTY_BUCKETS *, PUT_USES *</td><td>velocity_counter, velocity_bucket, velocity_use</td></tr>
 * <tr><td>flush</td><td>notifications</td><td>INSERT *</td><td>notification, subscription (read)</td></tr>
 * </table>
 *
 * <p>Locks are taken in one order by everybody: balances ascending by account, then absent accounts ascending, then totals
 * ascending; so nobody waits in a circle. Invariants: every journal row is one transfer between two accounts of the
 * chart; balance, hold, journal and totals change together in {@link dev.holdfast.engine.book.Book#post} or not at all;
 * a refusal changes nothing but its own row. Bounds: a batch loads what its commands name, an account has at most 16
 * balances. Threads: a book is confined to its lane's event loop, for one batch.
 */
@NullMarked
package dev.holdfast.engine.book;

import org.jspecify.annotations.NullMarked;
