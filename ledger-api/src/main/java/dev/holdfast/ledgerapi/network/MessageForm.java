package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.control.Acceptance;
import dev.holdfast.engine.control.Channel;
import dev.holdfast.engine.control.EntryMode;
import dev.holdfast.engine.network.Arrival;
import dev.holdfast.engine.network.Links;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.network.Place;
import dev.holdfast.engine.network.Presented;
import dev.holdfast.engine.network.Timing;
import dev.holdfast.engine.network.Trace;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** The members that all messages of the network have in common. */
final class MessageForm {

    /** DE38. */
    private static final Pattern APPROVAL_CODE = Pattern.compile("[A-Z0-9]{6}");

    /** DE37. */
    private static final int MAX_RETRIEVAL = 12;

    private final Problems problems;
    private final CardForm card = new CardForm();
    private final TraceForm trace = new TraceForm();
    private final AmountsForm amounts = new AmountsForm();
    private final NetworkForm network = new NetworkForm();
    private final MerchantForm merchant = new MerchantForm();
    private @Nullable String retrieval;
    private @Nullable String approvalCode;
    private EntryMode entryMode = EntryMode.UNKNOWN;
    private Channel channel = Channel.UNKNOWN;
    private boolean repeat;

    MessageForm(Problems problems) {
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    CardForm card() {
        return card;
    }

    /** Reads a member that every message may have; false if it is none. */
    boolean take(String name, JsonReader in) throws IOException {
        return card.takeName(name, in) || takePayment(name, in) || takeTrace(name, in);
    }

    private boolean takeTrace(String name, JsonReader in) throws IOException {
        switch (name) {
            case "trace" -> trace.read(name, in);
            case "repeat" -> repeat = Boolean.TRUE.equals(in.flag(name));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Reads a member that tells of the payment; false if it is none. */
    boolean takePayment(String name, JsonReader in) throws IOException {
        switch (name) {
            case "amounts" -> amounts.read(name, in);
            case "network" -> in.object(name, network);
            case "merchant" -> in.object(name, merchant);
            case "retrieval_reference" -> retrieval = in.text(name, MAX_RETRIEVAL);
            case "entry_mode" -> entryMode = orUnknown(in.word(name, EntryMode.class), EntryMode.UNKNOWN);
            case "channel" -> channel = orUnknown(in.word(name, Channel.class), Channel.UNKNOWN);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static <E extends Enum<E>> E orUnknown(@Nullable E word, E unknown) {
        return Objects.requireNonNullElse(word, unknown);
    }

    /** Reads the approval that a message quotes; false if it is another member. */
    boolean takeApproval(String name, JsonReader in) throws IOException {
        if (!name.equals("approval_code")) {
            return false;
        }
        approvalCode = in.text(name, APPROVAL_CODE, "must have six upper-case letters and digits");
        return true;
    }

    /** Null if not valid, which {@link #problems} then tell. */
    @Nullable
    Amounts toAmounts() {
        return amounts.toAmounts("amounts", problems);
    }

    Links toLinks(@Nullable UUID follows) {
        return network.toLinks(approvalCode, retrieval, follows);
    }

    Place toPlace(Amounts paid) {
        return merchant.toPlace(new Acceptance(paid.transaction().currency(), channel, entryMode));
    }

    /**
     * The message.
     *
     * @param follows the authorization that it adds to, by our own id; null where it names none in this way
     * @param contentOf makes the content of the trace and the amounts
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    Arrival toArrival(Call call, MessageFunction function, @Nullable UUID follows, ContentOf contentOf) {
        Presented presented = card.toPresented(call.tenant().id(), problems);
        problems.require("trace", trace.isPresent() ? trace : null);
        Trace named = trace.toTrace("trace", problems);
        Amounts paid = toAmounts();
        problems.throwIfAny();
        Trace known = Objects.requireNonNull(named);
        Amounts stated = Objects.requireNonNull(paid);
        Instant sentAt = Objects.requireNonNull(trace.transmittedAt());
        return new Arrival(
                function,
                repeat,
                known,
                Objects.requireNonNullElse(retrieval, ""),
                Objects.requireNonNull(presented),
                toLinks(follows),
                toPlace(stated),
                contentOf.of(known, stated),
                new Timing(sentAt, Instant.now().truncatedTo(ChronoUnit.MICROS)));
    }

    /** Makes what a message says, before its card is known. */
    @FunctionalInterface
    interface ContentOf {

        Arrival.ContentOf of(Trace trace, Amounts amounts);
    }
}
