package dev.holdfast.ops.cli;

import dev.holdfast.ops.account.AccountClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.concurrent.Callable;

/** Opens an account, with money on it if that is asked for. */
@Command(
        name = "create",
        description = {
            "Opens an account and shows it.",
            "The same command again changes nothing: opening and deposit happen once per account."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class AccountCreateCommand implements Callable<Integer> {

    /** One per account, since idempotency keys belong to an account. */
    private static final String DEPOSIT_KEY = "holdfast-account-create-deposit";

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "REF", description = "The account's reference, 1 to 64 characters.")
    @SuppressWarnings("NullAway.Init")
    private String ref;

    @Option(names = "--currency", required = true, paramLabel = "CODE", description = "ISO 4217 code, such as PHP.")
    @SuppressWarnings("NullAway.Init")
    private String currency;

    @Option(
            names = "--credit-limit",
            paramLabel = "AMOUNT",
            description = "How far the balance may go below zero. Default: 0.")
    private @Nullable String creditLimit;

    @Option(names = "--deposit", paramLabel = "AMOUNT", description = "An amount to begin with, such as 100.00.")
    private @Nullable String deposit;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        BigDecimal limit = Limits.amount(spec, "--credit-limit", creditLimit);
        BigDecimal money = Limits.amount(spec, "--deposit", deposit);
        if (money != null && money.signum() <= 0) {
            throw new ParameterException(spec.commandLine(), "--deposit: must be greater than zero");
        }
        AccountClient client = server.client();
        client.open(ref, currency, limit);
        if (money != null) {
            client.deposit(ref, money, currency, DEPOSIT_KEY);
        }
        PrintWriter out = spec.commandLine().getOut();
        // Opening again is answered as it was the first time, with the balances of then.
        out.print(client.show(ref));
        out.flush();
        return ExitCode.OK.code();
    }
}
