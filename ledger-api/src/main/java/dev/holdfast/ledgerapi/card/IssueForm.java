package dev.holdfast.ledgerapi.card;

import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.card.CardFacts;
import dev.holdfast.engine.card.CardIssue;
import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.engine.hsm.ServiceCode;
import dev.holdfast.engine.vault.Bin;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.ReferenceLength;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import dev.holdfast.ledgerapi.network.AddressForm;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The body that orders cards. */
final class IssueForm implements JsonForm {

    private static final Pattern BIN = Pattern.compile("[0-9]{6,8}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final int PAN_LENGTH = 16;

    /** International, chip, no restrictions. */
    private static final ServiceCode USUAL =
            ServiceCode.ofStripe("201").orElseThrow(() -> new IllegalStateException("201 is a stripe's code"));

    private final AddressForm address = new AddressForm();
    private @Nullable String key;
    private @Nullable String bin;
    private @Nullable YearMonth expiry;
    private @Nullable BigDecimal count;
    private @Nullable BigDecimal sequence;
    private @Nullable IssuedStatus status;
    private boolean addressGiven;

    /** What a card may begin as. */
    enum IssuedStatus {
        INACTIVE,
        ACTIVE
    }

    /**
     * Decodes the body of a call.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static CardIssue read(Call call) {
        Problems problems = new Problems();
        IssueForm form = new IssueForm();
        JsonBody.read(call.body().getBytes(), problems, form);
        return form.toOrder(call, problems);
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "idempotency_key" -> key = in.text(name, ReferenceLength.MAX_ID);
            case "bin" -> bin = in.text(name, BIN, "must have six to eight digits");
            case "expiry" -> expiry = in.value(name, IssueForm::month, "must be a month such as 2029-08");
            case "count" -> count = in.number(name);
            case "sequence" -> sequence = in.number(name);
            case "status" -> status = in.word(name, IssuedStatus.class);
            case "address" -> addressGiven = in.object(name, address);
            default -> in.skip();
        }
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return MONTH.matcher(text).matches() ? Optional.of(YearMonth.parse(text)) : Optional.empty();
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    private CardIssue toOrder(Call call, Problems problems) {
        problems.require("idempotency_key", key);
        problems.require("bin", bin);
        problems.require("expiry", expiry);
        int cards = whole("count", count, 1, 1, CardIssue.MAX_COUNT, problems);
        int number = whole("sequence", sequence, 0, 0, 99, problems);
        problems.throwIfAny();
        CardFacts facts = new CardFacts(Objects.requireNonNull(expiry), number, USUAL);
        CardStatus begins = status == IssuedStatus.ACTIVE ? CardStatus.ACTIVE : CardStatus.INACTIVE;
        BillingAddress billing = addressGiven ? address.toAddress() : BillingAddress.UNKNOWN;
        return new CardIssue(
                call.account(),
                Objects.requireNonNull(key),
                new Bin(Objects.requireNonNull(bin), PAN_LENGTH),
                cards,
                new CardIssue.Terms(facts, begins, billing));
    }

    private static int whole(
            String name, @Nullable BigDecimal value, int usual, int least, int most, Problems problems) {
        if (value == null) {
            return usual;
        }
        boolean fits = value.compareTo(BigDecimal.valueOf(least)) >= 0
                && value.compareTo(BigDecimal.valueOf(most)) <= 0
                && value.remainder(BigDecimal.ONE).signum() == 0;
        if (!fits) {
            problems.add(name, DetailCode.INVALID_VALUE, "must be a whole number from " + least + " to " + most);
            return usual;
        }
        return value.intValue();
    }
}
