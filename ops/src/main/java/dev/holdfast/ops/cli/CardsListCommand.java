package dev.holdfast.ops.cli;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.card.CardView;
import dev.holdfast.ops.card.CardOffice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Lists cards. */
@Command(
        name = "list",
        description = "Lists an account's cards, the first 1,000 by id.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class CardsListCommand implements Callable<Integer> {

    @Mixin
    private final CardOptions cards = new CardOptions();

    @Option(names = "--tenant", paramLabel = "NAME", description = "Whose account. Default: ${DEFAULT-VALUE}.")
    private String tenant = "demo";

    @Option(names = "--account", required = true, paramLabel = "REF", description = "The account's reference.")
    @SuppressWarnings("NullAway.Init")
    private String account;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return cards.withCards(spec, this::list);
    }

    private ExitCode list(CardOffice office) {
        PrintWriter out = spec.commandLine().getOut();
        for (CardView card : office.cards(new AccountKey(office.tenant(tenant).id(), account))) {
            out.println(
                    card.id() + "  " + card.maskedNumber() + "  " + card.facts().expiry() + "  "
                            + card.state().status().label() + (card.state().hasPin() ? "" : ", no PIN")
                            + (card.state().pinTriesExceeded() ? ", PIN tries exceeded" : ""));
        }
        out.flush();
        return ExitCode.OK;
    }
}
