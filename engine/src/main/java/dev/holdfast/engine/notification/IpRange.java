package dev.holdfast.engine.notification;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses with a common beginning, as in {@code 10.0.0.0/8}. */
public record IpRange(InetAddress first, int bits) {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F.:]{2,45}/[0-9]{1,3}");

    /** @throws IllegalArgumentException if it is none; names are not looked up */
    public static IpRange parse(String text) {
        int slash = text.indexOf('/');
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a range of addresses: " + text);
        }
        try {
            // Of these characters there are no names that could be looked up but hexadecimal words, which have no
            // colon.
            String address = text.substring(0, slash);
            if (address.indexOf(':') < 0 && !address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
                throw new IllegalArgumentException("not a range of addresses: " + text);
            }
            InetAddress first = InetAddress.getByName(address);
            int bits = Integer.parseInt(text.substring(slash + 1));
            if (bits > first.getAddress().length * Byte.SIZE) {
                throw new IllegalArgumentException("not a range of addresses: " + text);
            }
            return new IpRange(first, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a range of addresses: " + text, e);
        }
    }

    public boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >>> (bit % Byte.SIZE);
            if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
