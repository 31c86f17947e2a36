package dev.holdfast.engine.notification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TargetPolicyTest {

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1"
            })
    void refusesWhatIsNotPublic(String literal) throws UnknownHostException {
        assertThat(TargetPolicy.STRICT.permits(List.of(address(literal)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.15.255.255", "172.32.0.1", "192.169.0.1", "2606:4700::1111", "2a00::1"})
    void permitsWhatIsPublic(String literal) throws UnknownHostException {
        assertThat(TargetPolicy.STRICT.permits(List.of(address(literal)))).isTrue();
    }

    @Test
    void refusesANameOneOfWhoseAddressesIsNotPublic() throws UnknownHostException {
        assertThat(TargetPolicy.STRICT.permits(List.of(address("1.1.1.1"), address("10.0.0.1"))))
                .isFalse();
        assertThat(TargetPolicy.STRICT.permits(List.of())).isFalse();
    }

    @Test
    void permitsWhatIsAllowedByConfigurationAndNothingBesideIt() throws UnknownHostException {
        TargetPolicy policy = new TargetPolicy(false, List.of(IpRange.parse("10.1.0.0/16"), IpRange.parse("fd00::/8")));
        assertThat(policy.permits(List.of(address("10.1.2.3"), address("fd12::1"))))
                .isTrue();
        assertThat(policy.permits(List.of(address("10.2.0.1")))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example/",
                "ftp://a.example/",
                "a.example",
                "https://",
                "https:///x",
                "https://user:secret@a.example/",
                "https://a.example/#x",
                "https://a.example:0/",
                "https://a.example:65536/",
                "https://a b.example/"
            })
    void refusesAUrlThatIsNotPlainlyOfTls(String url) {
        assertThat(TargetPolicy.STRICT.problem(url)).isPresent();
    }

    @Test
    void takesAUrlOfTlsAndInDevelopmentOneWithout() {
        assertThat(TargetPolicy.STRICT.problem("https://a.example:8443/hook?of=me"))
                .isEmpty();
        assertThat(new TargetPolicy(true, List.of()).problem("http://localhost:8080/"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "name.example/8", "cafe/8", "1/8", "::1/129", ""})
    void refusesARangeThatIsNone(String text) {
        assertThatThrownBy(() -> IpRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
