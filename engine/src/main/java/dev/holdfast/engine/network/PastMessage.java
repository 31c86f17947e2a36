package dev.holdfast.engine.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.control.Acceptance;
import dev.holdfast.engine.control.Channel;
import dev.holdfast.engine.control.EntryMode;
import dev.holdfast.engine.control.Merchant;
import dev.holdfast.engine.control.PastOutcome;
import dev.holdfast.engine.control.Purchase;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** A row of {@link PastMessageStore#READ}, as {@link MessageShelf} and {@link MessageDetails} have written it. */
record PastMessage(Row row, JsonNode details) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<DeclineReason> BY_CONTROLS =
            EnumSet.of(DeclineReason.CONTROL_NOT_PERMITTED, DeclineReason.CONTROL_AMOUNT, DeclineReason.CONTROL_COUNT);

    /** @throws IllegalStateException if the details are not what is written */
    static PastMessage of(Row row) {
        try {
            return new PastMessage(row, JSON.readTree(row.getString("details")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details of message " + row.getUUID("message_id") + " are no JSON", e);
        }
    }

    String content() {
        return details.path("content").asText();
    }

    UUID id() {
        return row.getUUID("message_id");
    }

    @Nullable
    UUID authorization() {
        return row.getUUID("authorization_id");
    }

    long approvedMinor() {
        return row.getLong("approved_minor");
    }

    long billingMinor() {
        return details.path("billing_minor").asLong();
    }

    long leftMinor() {
        return details.path("left_minor").asLong();
    }

    boolean truth(String member) {
        return details.path(member).asBoolean();
    }

    boolean has(Flag flag) {
        return MessageRows.lines(row.getString("flags"), Flag::ofLabel).contains(flag);
    }

    /** Whether it says where something was bought and for how much. */
    boolean isPlaced() {
        return details.has("mcc") && details.has("billing_minor");
    }

    PastOutcome outcome() {
        if (Response.ofNumber(row.getShort("response")).isApproval()) {
            return PastOutcome.APPROVED;
        }
        List<Finding> findings = MessageRows.lines(row.getString("reasons"), Finding::parse);
        boolean controlsOnly =
                !findings.isEmpty() && findings.stream().allMatch(finding -> BY_CONTROLS.contains(finding.reason()));
        return controlsOnly ? PastOutcome.DECLINED_BY_CONTROLS : PastOutcome.DECLINED_OTHERWISE;
    }

    Purchase purchase() {
        return new Purchase(
                row.getUUID("card_id").toString(),
                row.getUUID("account_id").toString(),
                new Money(billingMinor(), Currency.of(text("billing_currency"))),
                row.getOffsetDateTime("decided_at").toInstant(),
                new Merchant(optional("merchant_id"), details.path("mcc").asInt(), optional("country")),
                new Acceptance(
                        Currency.of(text("transaction_currency")),
                        Channel.valueOf(name("channel")),
                        EntryMode.valueOf(name("entry_mode"))));
    }

    private String name(String member) {
        return text(member).toUpperCase(Locale.ROOT);
    }

    private String text(String member) {
        return details.path(member).asText();
    }

    private @Nullable String optional(String member) {
        return details.has(member) ? text(member) : null;
    }
}
