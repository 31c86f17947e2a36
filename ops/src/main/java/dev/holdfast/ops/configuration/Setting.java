package dev.holdfast.ops.configuration;

import dev.holdfast.ops.configuration.Bound.Choice;
import dev.holdfast.ops.configuration.Bound.Directory;
import dev.holdfast.ops.configuration.Bound.HeaderName;
import dev.holdfast.ops.configuration.Bound.PostgresUrl;
import dev.holdfast.ops.configuration.Bound.RegularFile;
import dev.holdfast.ops.configuration.Bound.Span;
import dev.holdfast.ops.configuration.Bound.Visible;
import dev.holdfast.ops.configuration.Bound.Whole;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every key. The constant's name is the key, in the environment and in the file. */
// Bound's records are immutable; Error Prone believes that of annotated types only.
@SuppressWarnings("ImmutableEnumChecker")
public enum Setting {
    HOLDFAST_HTTP_HOST(
            "127.0.0.1",
            new Visible(1, 253),
            "Address the API listens on. The default is reachable from this machine only."),
    HOLDFAST_HTTP_PORT("8080", new Whole(0, 65535), "Port of the API; 0 picks a free one."),
    HOLDFAST_MANAGEMENT_HOST(
            "127.0.0.1",
            new Visible(1, 253),
            "Address of the management listener (health, metrics), which asks for no key."),
    HOLDFAST_MANAGEMENT_PORT("9090", new Whole(0, 65535), "Port of the management listener; 0 picks a free one."),
    HOLDFAST_API_KEY_HEADER("X-API-Key", new HeaderName(64), "Request header that carries the API key."),
    HOLDFAST_BOOTSTRAP_API_KEY(
            "",
            new Visible(8, 256),
            "On a database without tenants, `serve` creates the tenant `demo` with this key. Secret.",
            Secrecy.SECRET),
    HOLDFAST_HTTP_CONNECTIONS(
            "4096", new Whole(1, 65536), "Open connections to the API; further ones are closed at once."),
    HOLDFAST_HTTP_BODY_TIMEOUT(
            "10s",
            new Span(Duration.ofMillis(100), Duration.ofMinutes(5)),
            "How long a caller may take to send a request's body."),
    HOLDFAST_HTTP_IDLE_TIMEOUT(
            "75s",
            new Span(Duration.ofSeconds(1), Duration.ofHours(1)),
            "How long a connection may stay without a request."),
    HOLDFAST_REQUEST_DEADLINE(
            "5s",
            new Span(Duration.ofMillis(50), Duration.ofMinutes(1)),
            "How long a request may take before it is answered `deadline_exceeded`."),

    HOLDFAST_ISO8583_HOST(
            "127.0.0.1",
            new Visible(1, 253),
            "Address card networks connect to. The default is reachable from this machine only."),
    HOLDFAST_ISO8583_PORT("8583", new Whole(0, 65535), "Port card networks connect to; 0 picks a free one."),
    HOLDFAST_ISO8583_PROFILE(
            "mastercard-style",
            new Choice(List.of("ascii-1987", "mastercard-style", "visa-style")),
            "Dialect of ISO 8583 on that port."),
    HOLDFAST_ISO8583_LINKS(
            "64", new Whole(1, 4096), "Open connections of card networks; further ones are closed at once."),
    HOLDFAST_ISO8583_WINDOW(
            "512",
            new Whole(1, 8192),
            "Requests of one card network connection that may wait for their answers; beyond it the connection is not read."),
    HOLDFAST_ISO8583_IDLE_TIMEOUT(
            "30s",
            new Span(Duration.ofSeconds(1), Duration.ofHours(1)),
            "After this silence a card network is sent an echo; its connection is closed when it misses three."),
    HOLDFAST_ISO8583_STALL_TIMEOUT(
            "10s",
            new Span(Duration.ofMillis(100), Duration.ofMinutes(5)),
            "How long a card network may leave a message unfinished or its answers unread."),
    HOLDFAST_ISO8583_TLS_CERTIFICATE(
            "", new RegularFile(), "PEM file with the certificate chain shown to card networks. Not set: no TLS."),
    HOLDFAST_ISO8583_TLS_KEY("", new RegularFile(), "PEM file with the private key of that certificate, PKCS #8."),
    HOLDFAST_ISO8583_TLS_CLIENT_AUTHORITY(
            "",
            new RegularFile(),
            "PEM file with the authorities of card networks' certificates. Not set: they need none."),

    DATABASE_URL(
            "",
            new PostgresUrl(),
            "PostgreSQL to use. Not set: an embedded PostgreSQL in the data directory. Secret.",
            Secrecy.SECRET),
    HOLDFAST_DATA_DIR(
            "",
            new Directory(),
            "Data directory of the embedded PostgreSQL. Not set: `/var/lib/holdfast` for root,"
                    + " else `$XDG_DATA_HOME/holdfast`, else `~/.local/share/holdfast`."),
    HOLDFAST_CACHE_DIR(
            "",
            new Directory(),
            "Where PostgreSQL's programs are unpacked, once per version. Not set: `/var/cache/holdfast` for root,"
                    + " else `$XDG_CACHE_HOME/holdfast`, else `~/.cache/holdfast`."),
    HOLDFAST_KEYS(
            "",
            new Directory(),
            "Directory of the key files, which only its owner may enter. Not set: beside the data directory, with"
                    + " `-keys` after its name. Missing files are made, with development keys."),
    HOLDFAST_POSTGRES_PORT("0", new Whole(0, 65535), "Loopback port of the embedded PostgreSQL; 0 picks a free one."),
    HOLDFAST_POSTGRES_SHARED_BUFFERS_MB(
            "0",
            new Whole(0, 65536),
            "`shared_buffers` of the embedded PostgreSQL in MiB; 0 chooses 128, 256 or 512 from the machine's memory."),
    HOLDFAST_POSTGRES_START_TIMEOUT(
            "2m",
            new Span(Duration.ofSeconds(5), Duration.ofHours(1)),
            "How long the embedded PostgreSQL may take to start, recovery after a crash included."),

    HOLDFAST_LANES(
            "0",
            new Whole(0, 64),
            "Lanes, each with one database connection for writing; 0 takes one per processor, 2 to 16."),
    HOLDFAST_LANE_QUEUE_LIMIT(
            "4096", new Whole(1, 65536), "Commands that may wait in one lane; beyond it the answer is `busy`."),
    HOLDFAST_LANE_BATCH_LIMIT("512", new Whole(1, 4096), "Commands in one transaction at most."),
    HOLDFAST_LANE_BATCH_TIMEOUT(
            "10s",
            new Span(Duration.ofMillis(100), Duration.ofMinutes(1)),
            "After this silence a lane takes its database connection for dead."),
    HOLDFAST_LANE_RESOLVE_PATIENCE(
            "30s",
            new Span(Duration.ofSeconds(1), Duration.ofMinutes(10)),
            "How long a lane tries to learn what became of a commit whose answer was lost."),
    HOLDFAST_READ_CONNECTIONS("4", new Whole(1, 64), "Database connections for queries, beside one per lane."),
    HOLDFAST_READ_TIMEOUT(
            "10s",
            new Span(Duration.ofMillis(100), Duration.ofMinutes(5)),
            "After this the database ends a query of the API."),
    HOLDFAST_INVARIANT_INTERVAL(
            "10s",
            new Span(Duration.ofSeconds(1), Duration.ofHours(1)),
            "How often the sums of the book are compared for the invariant gauges."),

    HOLDFAST_SHUTDOWN_TIMEOUT(
            "9s",
            new Span(Duration.ofSeconds(5), Duration.ofMinutes(5)),
            "Time for a clean shutdown: draining the lanes, closing, stopping an embedded PostgreSQL."),
    HOLDFAST_LOG_LEVEL(
            "info", new Choice(List.of("error", "warn", "info", "debug")), "Least important log events to write.");

    /** Whether a value may be shown. */
    private enum Secrecy {
        PUBLIC,
        SECRET
    }

    private final String defaultText;
    private final Bound bound;
    private final String meaning;
    private final Secrecy secrecy;

    Setting(String defaultText, Bound bound, String meaning) {
        this(defaultText, bound, meaning, Secrecy.PUBLIC);
    }

    Setting(String defaultText, Bound bound, String meaning, Secrecy secrecy) {
        this.defaultText = defaultText;
        this.bound = bound;
        this.meaning = meaning;
        this.secrecy = secrecy;
    }

    /** The key, as the environment and the file name it. */
    public String key() {
        return name();
    }

    /** The value where none is given; absent if there is none, or if it depends on who runs the command. */
    public Optional<String> defaultValue() {
        return defaultText.isEmpty() ? Optional.empty() : Optional.of(defaultText);
    }

    /** The bound in words. */
    public String bound() {
        return bound.describe();
    }

    /** One sentence or two for the reader of the documentation. */
    public String meaning() {
        return meaning;
    }

    /** Whether the value must not be shown. */
    public boolean secret() {
        return secrecy == Secrecy.SECRET;
    }

    boolean admits(String text) {
        return bound.admits(text);
    }

    /** The setting with this key. */
    static Optional<Setting> of(String key) {
        for (Setting setting : values()) {
            if (setting.key().equals(key)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
