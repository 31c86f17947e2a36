package dev.holdfast.ops.cli;

import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.tenant.Tenant;
import dev.holdfast.ops.card.CardOffice;
import dev.holdfast.ops.card.ShortLived;
import dev.holdfast.ops.card.TrialCards;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Makes accounts and cards for a simulated network. */
@Command(
        name = "trial",
        description = {
            "Opens accounts with money and a card each, for a simulated network, and writes the cards into a file.",
            "The file is what simulate --network takes. It must not be there yet; only its owner can read it. The same "
                    + "command with another file finds the same cards again."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class CardsTrialCommand implements Callable<Integer> {

    private static final int MOST = 100_000;

    @Mixin
    private final CardOptions cards = new CardOptions();

    @Option(names = "--tenant", paramLabel = "NAME", description = "Whose accounts. Default: ${DEFAULT-VALUE}.")
    private String tenant = "demo";

    @Option(names = "--accounts", paramLabel = "N", description = "How many. Default: ${DEFAULT-VALUE}.")
    private int accounts = 300;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            description = "Of the accounts' references. Default: ${DEFAULT-VALUE}.")
    private String prefix = "trial-";

    @Option(names = "--currency", paramLabel = "CODE", description = "ISO 4217. Default: ${DEFAULT-VALUE}.")
    private String currency = "USD";

    @Option(
            names = "--funding",
            paramLabel = "AMOUNT",
            description = "What each account begins with. Default: ${DEFAULT-VALUE}.")
    private BigDecimal funding = new BigDecimal("500.00");

    @Option(
            names = "--expiring",
            description =
                    "Has the tenant's program let authorizations in car parks (7523) expire after 10 seconds, for "
                            + "simulate --network --expiring.")
    private boolean expiring;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file: a JSON object a line.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Limits.check(spec, "--accounts", accounts, 1, MOST);
        TrialCards.Plan plan = Limits.understood(spec, this::plan);
        return cards.withCards(spec, office -> make(office, plan));
    }

    private TrialCards.Plan plan() {
        Currency known = Currency.of(currency);
        return new TrialCards.Plan(
                prefix, accounts, known, Money.ofMajor(funding, known).minor());
    }

    private ExitCode make(CardOffice office, TrialCards.Plan plan) {
        Tenant owner = office.tenant(tenant);
        if (expiring) {
            office.await(ShortLived.allow(office.engine().programs(), owner.id()), "changing the program");
        }
        int count = office.trial(owner, plan, file);
        PrintWriter out = spec.commandLine().getOut();
        out.println("wrote " + count + " cards to " + file.toAbsolutePath().normalize());
        out.flush();
        return ExitCode.OK;
    }
}
