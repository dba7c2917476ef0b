package io.realname.web.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * From where somebody calls: an IPv4 address, or the first 64 bits of an IPv6 address, of which one subscriber has
 * 18,446,744,073,709,551,616.
 */
final class ClientNetwork {

    /** Nothing that would be looked up as a name. */
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final int PREFIX_BYTES = 8;
    private static final int IPV6_BYTES = 16;

    private ClientNetwork() {}

    /** @param address as the container has it; whatever is no IPv6 address stands for itself */
    static String of(String address) {
        if (!IPV6.matcher(address).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, PREFIX_BYTES))
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
