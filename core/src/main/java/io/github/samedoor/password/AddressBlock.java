/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The addresses that one client may have at will: a single one of IPv4, a network of 64 bits of IPv6. */
final class AddressBlock {
    private AddressBlock() {}

    /** Returns a text that is the same for all addresses of a block; the address itself where it is none. */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // A text with a colon is never a name, so nobody is asked.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) + "::/64"
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
