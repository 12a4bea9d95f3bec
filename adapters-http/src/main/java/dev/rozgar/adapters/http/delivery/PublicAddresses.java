package dev.rozgar.adapters.http.delivery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Addresses that are the same from everywhere. What is not is listed by IANA in the registries of special-purpose
/// addresses (RFC 6890, as of 2025); of IPv6 whatever is no global unicast is refused unseen. Addresses of IPv6 that
/// stand for one of IPv4 (NAT64, 6to4) are as public as that one; mapped and compatible ones, and Teredo, are not.
///
/// A network that translates IPv4 under a prefix of its own choice cannot be known here.
final class PublicAddresses {
    private static final List<Block> RESERVED = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by carriers
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, and the clouds' own services
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast
            "2001::/23", // protocols, Teredo among them
            "2001:db8::/32", // documentation
            "3fff::/20"); // documentation

    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");
    private static final Block SIX_TO_FOUR = Block.of("2002::/16");
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private PublicAddresses() {}

    static boolean hold(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> RESERVED.stream().noneMatch(block -> block.holds(four));
            case Inet6Address six -> isPublic(six);
            default -> false;
        };
    }

    private static boolean isPublic(Inet6Address address) {
        if (SIX_TO_FOUR.holds(address)) return hold(within(address, 2));
        if (NAT64.holds(address)) return hold(within(address, 12));
        return GLOBAL_UNICAST.holds(address) && RESERVED.stream().noneMatch(block -> block.holds(address));
    }

    /// The address of IPv4 that begins at this byte.
    private static InetAddress within(Inet6Address address, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), from, from + 4));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }

    /// All addresses that begin alike.
    private record Block(InetAddress first, int bits) {
        static Block of(String text) {
            int slash = text.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        }

        boolean holds(InetAddress address) {
            byte[] mine = first.getAddress();
            byte[] its = address.getAddress();
            if (mine.length != its.length) return false;
            for (int bit = 0; bit < bits; bit++) if (bit(mine, bit) != bit(its, bit)) return false;
            return true;
        }

        private static int bit(byte[] bytes, int at) {
            return bytes[at / 8] >> (7 - at % 8) & 1;
        }
    }
}
