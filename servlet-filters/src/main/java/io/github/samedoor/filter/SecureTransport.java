/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a secret can have been read on the way of a request.
 *
 * <p>It can't over TLS, within this machine, or over TLS to a proxy that {@code samedoor.trusted-proxies} names and that says
 * so by one {@code X-Forwarded-Proto: https}. Nothing is guessed: whatever else comes over plain HTTP isn't protected. The
 * context-param {@value #PARAMETER} set to {@code allow} takes that for protected too, for networks that encrypt below HTTP.
 */
public final class SecureTransport {
    /** The context-param that lets secrets come over plain HTTP from anywhere, when it is {@code allow}. */
    public static final String PARAMETER = "samedoor.plain-http";

    /** The text for people whose secret was refused. */
    public static final String COMPLAINT =
            "Credentials over plain HTTP from another machine are refused: use https. Where"
                    + " TLS ends at a proxy, name it in samedoor.trusted-proxies and let it send X-Forwarded-Proto: https";

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*");

    private SecureTransport() {}

    /**
     * Tells whether a request's secrets were protected on their way.
     *
     * @param request the request
     * @return whether nobody else on the network can have read it
     */
    public static boolean protects(HttpServletRequest request) {
        if (request.isSecure() || isAllowed(request.getServletContext())) {
            return true;
        }
        Optional<String> peer = ClientAddress.peer(request);
        if (peer.isEmpty()) {
            return true; // a Unix domain socket has no address and no network
        }
        if (ClientAddress.of(request.getServletContext()).trusts(peer.get())) {
            List<String> protocols = Collections.list(request.getHeaders("X-Forwarded-Proto"));
            String client = ClientAddress.of(request);
            boolean forwarded =
                    !Collections.list(request.getHeaders("X-Forwarded-For")).isEmpty();
            return protocols.equals(List.of("https")) || (protocols.isEmpty() && !forwarded && isLoopback(client));
        }
        return isLoopback(peer.get());
    }

    /** Checks the context-param. */
    static boolean isAllowed(ServletContext context) {
        String text = context.getInitParameter(PARAMETER);
        if (text == null || text.equals("refuse")) {
            return false;
        }
        if (text.equals("allow")) {
            return true;
        }
        throw new IllegalArgumentException(
                "the context-param '" + PARAMETER + "' is refuse or allow, not '" + text + "'");
    }

    private static boolean isLoopback(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return false; // a name would be looked up
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
