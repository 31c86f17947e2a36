package dev.holdfast.engine.notification;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where notifications may be sent. A tenant chooses the URL, and must not reach by it what only the institution's own network
 * should reach.
 *
 * @param plainAllowed whether without TLS, too: for development only
 * @param allowed addresses that may be sent to although they are not public
 */
public record TargetPolicy(boolean plainAllowed, List<IpRange> allowed) {

    /** Only public addresses, and only by TLS. */
    public static final TargetPolicy STRICT = new TargetPolicy(false, List.of());

    /** What is no public address of IPv4 (RFC 6890 and its registry), and one that a cloud keeps for itself. */
    private static final List<IpRange> NOT_PUBLIC_4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4")
            .map(IpRange::parse)
            .toList();

    /** All that IPv6 routes in public, so far. */
    private static final IpRange PUBLIC_6 = IpRange.parse("2000::/3");

    /** Of these: protocols (Teredo among them, which carries IPv4), documentation, and 6to4, which carries IPv4. */
    private static final List<IpRange> NOT_PUBLIC_6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(IpRange::parse)
            .toList();

    public TargetPolicy {
        allowed = List.copyOf(allowed);
    }

    /** What is wrong with a URL; empty if nothing is. Its addresses are another matter. */
    public Optional<String> problem(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException notOne) {
            return Optional.of("is not a URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && plainAllowed)) {
            return Optional.of(plainAllowed ? "must begin with https:// or http://" : "must begin with https://");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            return Optional.of("must have a host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("must have no user and no fragment");
        }
        return uri.getPort() == 0 || uri.getPort() > 65_535 ? Optional.of("has no port of TCP") : Optional.empty();
    }

    /** Whether all of them may be sent to: one that may not makes the others suspect. */
    boolean permits(List<InetAddress> addresses) {
        return !addresses.isEmpty() && addresses.stream().allMatch(this::permits);
    }

    private boolean permits(InetAddress address) {
        return isPublic(address) || allowed.stream().anyMatch(range -> range.contains(address));
    }

    /** An address of IPv4 that is written as one of IPv6 is one of IPv4 to Java. */
    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? NOT_PUBLIC_4.stream().noneMatch(range -> range.contains(address))
                : PUBLIC_6.contains(address) && NOT_PUBLIC_6.stream().noneMatch(range -> range.contains(address));
    }
}
