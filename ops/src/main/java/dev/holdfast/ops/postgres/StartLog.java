package dev.holdfast.ops.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds why a program of PostgreSQL failed in what it wrote. */
final class StartLog {

    private static final Pattern CAUSE = Pattern.compile("(?:FATAL|PANIC|error|ERROR): +(.*)");

    private static final Pattern HINT = Pattern.compile("HINT: +(.*)");

    /** A server that does not start writes a few lines; a week of a healthy one is not much more. */
    private static final long MAX_BYTES = 256 * 1024;

    private StartLog() {}

    /**
     * The first cause in what this start wrote, for what follows is its consequence; else the last one in the newest of
     * the server's own logs, which begin long before.
     */
    static String cause(Path startLog, Path logDirectory) {
        return causes(startLog)
                .findFirst()
                .or(() -> newest(logDirectory).flatMap(log -> causes(log).reduce((earlier, later) -> later)))
                .orElse("no cause was logged; see " + startLog + " and " + logDirectory);
    }

    private static Stream<String> causes(Path file) {
        try {
            if (Files.notExists(file) || Files.size(file) > MAX_BYTES) {
                return Stream.empty();
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            return IntStream.range(0, lines.size())
                    .filter(i -> CAUSE.matcher(lines.get(i)).find())
                    .mapToObj(i -> matched(CAUSE, lines.get(i)) + hint(lines, i + 1));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** PostgreSQL's advice, if it stands right below the cause. */
    private static String hint(List<String> lines, int line) {
        String advice = line < lines.size() ? matched(HINT, lines.get(line)) : "";
        return advice.isEmpty() ? "" : " (" + advice + ")";
    }

    private static String matched(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    private static Optional<Path> newest(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.max((left, right) ->
                    Long.compare(left.toFile().lastModified(), right.toFile().lastModified()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
