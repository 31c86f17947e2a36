/**
 * Scenarios of the card network: text files with one message or tick of the clock a line, what must be answered to it, and
 * what stands on the account afterwards.
 *
 * <pre>
 * account &lt;account&gt; &lt;currency&gt; &lt;available&gt; [limit=&lt;credit limit&gt;]
 * card &lt;card&gt; &lt;account&gt; [condition]
 * &lt;label&gt; &lt;action&gt; &lt;card&gt; [of=&lt;label&gt;] &lt;amount&gt; [&lt;n&gt;of&lt;m&gt;] [flag]... -&gt; &lt;DE39&gt; [for=&lt;amount&gt;] [available=] [held=]
 * tick &lt;days&gt;d
 * </pre>
 *
 * <p>Amounts are decimal major units. Actions and flags are those of a life, in lower case; a label may be referred to
 * before its line. Where several answers are right they stand between bars: {@code 00|12}. The amount of a reversal is
 * what it leaves. {@code NetworkScenarioRunner} plays a scenario over a real link, {@code ModelScenarioRunner} on the
 * model.
 *
 * <p>Invariants: a scenario is played one line after the other, each answered before the next is sent; figures are those
 * of the card's account.
 *
 * <p>Threads: scenarios are immutable; a runner belongs to one event loop.
 *
 * <p>Bounds: 64 messages a scenario; a message is given up after the network's time.
 */
@NullMarked
package dev.holdfast.simulator.network.scenario;

import org.jspecify.annotations.NullMarked;
