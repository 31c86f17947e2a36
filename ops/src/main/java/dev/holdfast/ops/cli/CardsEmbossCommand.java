package dev.holdfast.ops.cli;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.card.CardView;
import dev.holdfast.engine.tenant.Tenant;
import dev.holdfast.ops.card.CardOffice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Writes what a card bureau needs. */
@Command(
        name = "emboss",
        description = {
            "Writes numbers in clear and verification values of cards into a file, for a card bureau.",
            "The file must not be there yet; only its owner can read it. Each card of it is put on record."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class CardsEmbossCommand implements Callable<Integer> {

    @Mixin
    private final CardOptions cards = new CardOptions();

    @Option(names = "--tenant", paramLabel = "NAME", description = "Whose cards. Default: ${DEFAULT-VALUE}.")
    private String tenant = "demo";

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Which which;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file: a JSON object a line.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Which cards. */
    static final class Which {

        @Option(names = "--account", paramLabel = "REF", description = "All cards of this account, 1,000 at most.")
        private @Nullable String account;

        @Option(names = "--card", paramLabel = "ID", description = "This card; may be repeated.")
        private @Nullable List<UUID> ids;
    }

    @Override
    public Integer call() {
        return cards.withCards(spec, this::emboss);
    }

    private ExitCode emboss(CardOffice office) {
        Tenant owner = office.tenant(tenant);
        int count = office.emboss(owner, ids(office, owner), CardOptions.actor("cards emboss"), file);
        PrintWriter out = spec.commandLine().getOut();
        out.println("wrote " + count + " cards to " + file.toAbsolutePath().normalize());
        out.flush();
        return ExitCode.OK;
    }

    private List<UUID> ids(CardOffice office, Tenant owner) {
        if (which.ids != null) {
            return which.ids.stream().distinct().toList();
        }
        String account = String.valueOf(which.account);
        return office.cards(new AccountKey(owner.id(), account)).stream()
                .map(CardView::id)
                .toList();
    }
}
