package dev.holdfast.ops.configuration;

import java.util.List;

/** A configuration that cannot be used. The message has one line per problem and no secret. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems), null, false, false);
    }
}
