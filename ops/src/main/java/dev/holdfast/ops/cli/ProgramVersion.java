package dev.holdfast.ops.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Version and commit, from the manifest of the jar. Outside a jar both are unknown. */
public final class ProgramVersion implements IVersionProvider {

    private static final String UNKNOWN = "unknown";

    @Override
    public String[] getVersion() {
        return new String[] {"holdfast " + version() + " (commit " + commit() + ")"};
    }

    public static String version() {
        return attribute(Attributes.Name.IMPLEMENTATION_VERSION);
    }

    /** The commit it was built from, with {@code -dirty} behind it if there were changes besides. */
    public static String commit() {
        return attribute(new Attributes.Name("Holdfast-Commit"));
    }

    private static String attribute(Attributes.Name name) {
        URL own = ProgramVersion.class.getResource("ProgramVersion.class");
        if (own == null || !own.getProtocol().equals("jar")) {
            return UNKNOWN;
        }
        String jar = own.toString().substring(0, own.toString().indexOf('!') + 1);
        try (InputStream manifest = new URL(jar + "/META-INF/MANIFEST.MF").openStream()) {
            @Nullable String value = new Manifest(manifest).getMainAttributes().getValue(name);
            return value == null ? UNKNOWN : value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
