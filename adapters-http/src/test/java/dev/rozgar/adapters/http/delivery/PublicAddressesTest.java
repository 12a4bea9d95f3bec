package dev.rozgar.adapters.http.delivery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255"
            })
    void refusesWhatIsNoPublicAddressOfIpv4(String address) {
        assertFalse(PublicAddresses.hold(InetAddress.ofLiteral(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "::7f00:1", // once compatible with 127.0.0.1
                "::ffff:127.0.0.1", // mapped
                "::ffff:10.0.0.1",
                "100::1", // discarded
                "64:ff9b::7f00:1", // NAT64 of 127.0.0.1
                "64:ff9b::a00:1", // NAT64 of 10.0.0.1
                "64:ff9b:1::a00:1", // NAT64 of a network's own
                "2001::1", // Teredo
                "2001:20::1", // ORCHID
                "2001:db8::1", // documentation
                "2002:7f00:1::", // 6to4 of 127.0.0.1
                "2002:a9fe:a9fe::1", // 6to4 of 169.254.169.254
                "2002:c0a8:101::", // 6to4 of 192.168.1.1
                "3fff::1", // documentation
                "5f00::1", // segment routing
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1", // site-local
                "ff02::1"
            })
    void refusesWhatIsNoPublicAddressOfIpv6(String address) {
        assertFalse(PublicAddresses.hold(InetAddress.ofLiteral(address)));
    }

    /// The JDK makes an address of IPv4 of such bytes, unless it is told not to.
    @Test
    void refusesAMappedAddressThatHasNotBeenUnwrapped() throws UnknownHostException {
        byte[] mapped = InetAddress.ofLiteral("::").getAddress();
        mapped[10] = mapped[11] = (byte) 0xff;
        mapped[12] = mapped[15] = 8;

        assertFalse(PublicAddresses.hold(Inet6Address.getByAddress("mapped", mapped, -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "2606:4700::1111",
                "2a00:1450:4001::1",
                "2001:200::1",
                "64:ff9b::808:808", // NAT64 of 8.8.8.8
                "2002:808:808::1" // 6to4 of 8.8.8.8
            })
    void takesWhatIsPublic(String address) {
        assertTrue(PublicAddresses.hold(InetAddress.ofLiteral(address)));
    }
}
