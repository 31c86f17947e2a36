package dev.holdfast.ops.cli;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.card.CardFacts;
import dev.holdfast.engine.card.CardIssue;
import dev.holdfast.engine.card.CardIssueOutcome.IssuedCard;
import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.engine.hsm.ServiceCode;
import dev.holdfast.engine.vault.Bin;
import dev.holdfast.ops.card.CardOffice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;

/** Issues cards. */
@Command(
        name = "issue",
        description = {
            "Issues cards to an account and lists them.",
            "The same command with the same --key again issues nothing more, and lists the same cards."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class CardsIssueCommand implements Callable<Integer> {

    @Mixin
    private final CardOptions cards = new CardOptions();

    @Option(names = "--tenant", paramLabel = "NAME", description = "Whose account. Default: ${DEFAULT-VALUE}.")
    private String tenant = "demo";

    @Option(names = "--account", required = true, paramLabel = "REF", description = "The account's reference.")
    @SuppressWarnings("NullAway.Init")
    private String account;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY",
            description = "Names the order, so that it happens once: 1 to 128 characters.")
    @SuppressWarnings("NullAway.Init")
    private String key;

    @Option(names = "--count", paramLabel = "N", description = "How many, up to 1,000. Default: ${DEFAULT-VALUE}.")
    private int count = 1;

    @Option(
            names = "--bin",
            paramLabel = "DIGITS",
            description = "The numbers' first six to eight digits. Default: ${DEFAULT-VALUE}, which no network uses.")
    private String bin = "999999";

    @Option(names = "--length", paramLabel = "N", description = "Digits of a number. Default: ${DEFAULT-VALUE}.")
    private int length = 16;

    @Option(
            names = "--expiry",
            required = true,
            paramLabel = "YYYY-MM",
            description = "The month on whose last day the cards are still good.")
    @SuppressWarnings("NullAway.Init")
    private String expiry;

    @Option(
            names = "--service-code",
            paramLabel = "DIGITS",
            description = "Of the magnetic stripe. Default: ${DEFAULT-VALUE}.")
    private String serviceCode = "201";

    @Option(names = "--active", description = "The cards may be used at once.")
    private boolean active;

    @Option(names = "--postal-code", paramLabel = "CODE", description = "For address verification.")
    private @Nullable String postalCode;

    @Option(names = "--street-digits", paramLabel = "DIGITS", description = "For address verification.")
    private @Nullable String streetDigits;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Bin chosenBin = Limits.understood(spec, () -> new Bin(bin, length));
        CardIssue.Terms terms = Limits.understood(spec, this::terms);
        Limits.check(spec, "--count", count, 1, CardIssue.MAX_COUNT);
        return cards.withCards(spec, office -> issue(office, chosenBin, terms));
    }

    private CardIssue.Terms terms() {
        ServiceCode code = ServiceCode.ofStripe(serviceCode)
                .orElseThrow(() -> new IllegalArgumentException("--service-code: no service code of a stripe"));
        return new CardIssue.Terms(
                new CardFacts(month(), 1, code),
                active ? CardStatus.ACTIVE : CardStatus.INACTIVE,
                new BillingAddress(postalCode, streetDigits));
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(expiry);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--expiry: not of the form YYYY-MM", e);
        }
    }

    private ExitCode issue(CardOffice office, Bin chosenBin, CardIssue.Terms terms) {
        AccountKey owner = new AccountKey(office.tenant(tenant).id(), account);
        List<IssuedCard> issued = office.issue(new CardIssue(owner, key, chosenBin, count, terms));
        PrintWriter out = spec.commandLine().getOut();
        issued.forEach(card -> out.println(card.id() + "  " + card.maskedNumber() + "  " + card.expiry()));
        out.flush();
        return ExitCode.OK;
    }
}
