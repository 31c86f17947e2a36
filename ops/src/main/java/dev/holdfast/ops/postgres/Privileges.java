package dev.holdfast.ops.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL's programs run. They refuse root.
 *
 * @param prefix goes before their command line; whatever it names replaces itself by the program
 * @param owner who must own the cluster's files; absent where that is the current user in any case
 * @param description for the log
 */
record Privileges(List<String> prefix, Optional<UserPrincipal> owner, String description) {

    /** The user that PostgreSQL packages create goes before the one that every system has. */
    private static final List<String> ORDINARY_USERS = List.of("postgres", "nobody");

    private static final int PROBE_SECONDS = 10;

    Privileges {
        prefix = List.copyOf(prefix);
    }

    /**
     * Chooses for the current user.
     *
     * @throws EmbeddedPostgresException if it is root and there is no way to be somebody else
     */
    static Privileges choose() {
        if (!System.getProperty("user.name").equals("root")) {
            return new Privileges(List.of(), Optional.empty(), "as the current user");
        }
        return inUserNamespace()
                .or(Privileges::asOrdinaryUser)
                .orElseThrow(() -> new EmbeddedPostgresException(
                        "PostgreSQL refuses to run as root, and neither `unshare -U` nor `setpriv` works here:"
                                + " run holdfast as an ordinary user, or set DATABASE_URL",
                        null));
    }

    /** A user namespace in which the process is nobody in particular, while files stay root's. */
    static Optional<Privileges> inUserNamespace() {
        if (output("unshare", "-U", "true").isEmpty()) {
            return Optional.empty();
        }
        return user("root")
                .map(root ->
                        new Privileges(List.of("unshare", "-U"), Optional.of(root), "from root through unshare -U"));
    }

    /** What is left where user namespaces are forbidden, as in most containers. */
    static Optional<Privileges> asOrdinaryUser() {
        for (String name : ORDINARY_USERS) {
            Optional<UserPrincipal> owner = user(name);
            Optional<String> userId = output("id", "-u", name);
            Optional<String> groupId = output("id", "-g", name);
            if (owner.isPresent() && userId.isPresent() && groupId.isPresent()) {
                List<String> prefix =
                        List.of("setpriv", "--reuid=" + userId.get(), "--regid=" + groupId.get(), "--clear-groups");
                List<String> probe = new ArrayList<>(prefix);
                probe.add("true");
                if (output(probe.toArray(String[]::new)).isPresent()) {
                    return Optional.of(new Privileges(prefix, owner, "from root as user " + name + " through setpriv"));
                }
            }
        }
        return Optional.empty();
    }

    /** Gives files to whom they must belong. */
    void own(Path path) {
        if (owner.isEmpty()) {
            return;
        }
        try {
            FileTree.giveTo(owner.get(), path);
        } catch (IOException e) {
            throw DataDirectoryException.of(path, e);
        }
    }

    private static Optional<UserPrincipal> user(String name) {
        try {
            return Optional.of(
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name));
        } catch (UserPrincipalNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("the user " + name + " cannot be looked up: " + e.getMessage(), e);
        }
    }

    /** What a short command printed; absent if it does not exist or fails. */
    private static Optional<String> output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readNBytes(1024), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return ended && process.exitValue() == 0 ? Optional.of(text.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
