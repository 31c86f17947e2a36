package dev.holdfast.ops.configuration;

import dev.holdfast.engine.database.DatabaseUrl;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a setting's value may be. */
sealed interface Bound {

    /** The bound in words, as documentation and refusals give it. */
    String describe();

    /** Whether this text is such a value. */
    boolean admits(String text);

    /** A whole number, both ends included. */
    record Whole(int min, int max) implements Bound {

        /** More digits than any {@code int}; asked first, so that parsing cannot overflow. */
        private static final int MAX_DIGITS = 9;

        @Override
        public String describe() {
            return "whole number from " + min + " to " + max;
        }

        @Override
        public boolean admits(String text) {
            if (text.isEmpty() || text.length() > MAX_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
            int value = Integer.parseInt(text);
            return value >= min && value <= max;
        }
    }

    /** A span of time, both ends included. */
    record Span(Duration min, Duration max) implements Bound {

        @Override
        public String describe() {
            return "duration from " + TimeSpan.format(min) + " to " + TimeSpan.format(max);
        }

        @Override
        public boolean admits(String text) {
            Optional<Duration> value = TimeSpan.parse(text);
            return value.isPresent()
                    && value.get().compareTo(min) >= 0
                    && value.get().compareTo(max) <= 0;
        }
    }

    /** Visible ASCII characters, so that the value fits into a header line and a log line. */
    record Visible(int minLength, int maxLength) implements Bound {

        @Override
        public String describe() {
            return minLength + " to " + maxLength + " visible ASCII characters";
        }

        @Override
        public boolean admits(String text) {
            return text.length() >= minLength
                    && text.length() <= maxLength
                    && text.chars().allMatch(c -> c > ' ' && c <= '~');
        }
    }

    /** The part of RFC 9110 §5.1's field names that people use. */
    record HeaderName(int maxLength) implements Bound {

        @Override
        public String describe() {
            return "header name, 1 to " + maxLength + " letters, digits and hyphens";
        }

        @Override
        public boolean admits(String text) {
            return text.length() <= maxLength && text.matches("[A-Za-z0-9-]+");
        }
    }

    /** One of a few words. */
    record Choice(List<String> words) implements Bound {

        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public String describe() {
            return "one of " + String.join(", ", words);
        }

        @Override
        public boolean admits(String text) {
            return words.contains(text);
        }
    }

    /** A directory's path, relative ones from the working directory. It need not exist. */
    record Directory() implements Bound {

        @Override
        public String describe() {
            return "directory path";
        }

        @Override
        public boolean admits(String text) {
            try {
                return !Path.of(text).toString().isEmpty();
            } catch (InvalidPathException e) {
                return false;
            }
        }
    }

    /** The path of a file that can be read. */
    record RegularFile() implements Bound {

        @Override
        public String describe() {
            return "path of a readable file";
        }

        @Override
        public boolean admits(String text) {
            try {
                Path path = Path.of(text);
                return Files.isRegularFile(path) && Files.isReadable(path);
            } catch (InvalidPathException e) {
                return false;
            }
        }
    }

    /** Where a PostgreSQL database is. */
    record PostgresUrl() implements Bound {

        @Override
        public String describe() {
            return "postgresql://user:password@host:port/database";
        }

        @Override
        public boolean admits(String text) {
            try {
                return !DatabaseUrl.parse(text).host().isEmpty();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
