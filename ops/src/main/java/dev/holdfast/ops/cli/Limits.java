package dev.holdfast.ops.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

import java.math.BigDecimal;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Bounds of numbers on the command line. */
final class Limits {

    /** More digits than any amount has; without an exponent, which could make a short text a huge number. */
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,6})?");

    private Limits() {}

    /**
     * Reads an amount of money.
     *
     * @return null if the option is not given
     * @throws ParameterException if it is no amount
     */
    static @Nullable BigDecimal amount(CommandSpec spec, String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!AMOUNT.matcher(text).matches()) {
            throw new ParameterException(spec.commandLine(), option + ": not an amount");
        }
        return new BigDecimal(text);
    }

    /**
     * Refuses a number outside its bounds.
     *
     * @throws ParameterException with the bounds
     */
    static void check(CommandSpec spec, String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new ParameterException(
                    spec.commandLine(), String.format("%s: from %,.0f to %,.0f", option, least, most));
        }
    }

    /**
     * Makes options that check their own bounds.
     *
     * @throws ParameterException with what they refuse
     */
    static <T> T understood(CommandSpec spec, Supplier<T> options) {
        try {
            return options.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
