package dev.holdfast.engine.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Which PostgreSQL database, as whom.
 *
 * @param password never printed; {@link #toString()} leaves it out
 */
public record DatabaseUrl(String host, int port, String database, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    /**
     * Reads {@code postgresql://user:password@host:port/database}; {@code postgres} and {@code jdbc:postgresql} are
     * taken too.
     *
     * @throws IllegalArgumentException if it is none of these; the message does not repeat the URL
     */
    public static DatabaseUrl parse(String url) {
        URI uri = toUri(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        boolean complete = uri.getHost() != null && path.length() > 1 && !userInfo.isEmpty();
        if (!(scheme.equals("postgresql") || scheme.equals("postgres")) || !complete) {
            throw malformed();
        }
        int colon = userInfo.indexOf(':');
        String user = decode(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = colon < 0 ? "" : decode(userInfo.substring(colon + 1));
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new DatabaseUrl(uri.getHost(), port, decode(path.substring(1)), user, password);
    }

    private static URI toUri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("not of the form postgresql://user:password@host:port/database");
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** For JDBC, which only migrations use. Carries no credentials. */
    public String toJdbc() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }
}
