/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps web pages of other sites out, and names that a foreign DNS made point here (MCP 2026-07-28, transports, Security).
 *
 * <p>A connection that came in on a loopback address must name a loopback host, unless the host is configured; where
 * hosts are configured, other connections must name one of them. A request with an {@code Origin} must come from a
 * configured origin, or from this server's own where its host name is trusted by the rule before. Where cookies count, a
 * request that brings a session along must name a trusted host, and must be shown by its browser to come from a page that
 * is let in: by {@code Origin}, or by {@code Sec-Fetch-Site: same-origin}. Immutable and thread-safe.
 *
 * @param origins the origins that are let in beside our own, such as {@code https://app.example.com}
 * @param hosts the host names that this server is reached by, each with or without a port
 * @param cookies whether a route sees the cookies that a request brings along
 */
public record OriginGuard(List<String> origins, List<String> hosts, boolean cookies) {
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.]+\\]|[a-z0-9._-]+)(:[0-9]{1,5})?");
    private static final Pattern LOOPBACK_NAME =
            Pattern.compile("localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1\\]");

    /** Keeps copies, in lower case. */
    public OriginGuard {
        origins = origins.stream().map(o -> o.toLowerCase(Locale.ROOT)).toList();
        hosts = hosts.stream().map(h -> h.toLowerCase(Locale.ROOT)).toList();
    }

    /**
     * Says why a request isn't let in, if it isn't.
     *
     * @param request the request
     * @return a sentence for whoever runs the server, or empty
     */
    public Optional<String> refusal(HttpServletRequest request) {
        String header = request.getHeader("Host");
        String host = (header == null ? request.getServerName() : header).toLowerCase(Locale.ROOT);
        Matcher parts = HOST.matcher(host);
        if (!parts.matches()) {
            return Optional.of("The Host header isn't a host name");
        }
        boolean local = isLoopback(request.getLocalAddr());
        boolean trusted = hosts.contains(host)
                || hosts.contains(parts.group(1))
                || (local && LOOPBACK_NAME.matcher(parts.group(1)).matches());
        if (!trusted && (local || !hosts.isEmpty())) {
            return Optional.of(
                    "This server isn't known by that Host: name it in the init-param allowed-hosts to let it in");
        }
        return origin(request, trusted ? request.getScheme() + "://" + host : "")
                .or(() -> cookies && bringsSession(request) ? session(request, trusted) : Optional.empty());
    }

    private static boolean bringsSession(HttpServletRequest request) {
        return request.getHeader("Cookie") != null || request.getRequestedSessionId() != null;
    }

    private static Optional<String> session(HttpServletRequest request, boolean trusted) {
        if (!trusted) {
            return Optional.of("A request with cookies must name a Host of the init-param allowed-hosts");
        }
        if (request.isRequestedSessionIdFromURL()) {
            return Optional.of("A session is named by its cookie here, never in the URL");
        }
        boolean sameOrigin =
                Collections.list(request.getHeaders("Sec-Fetch-Site")).equals(List.of("same-origin"));
        boolean shown = request.getHeader("Origin") != null || sameOrigin;
        return shown
                ? Optional.empty()
                : Optional.of("A request with cookies must say by Origin or Sec-Fetch-Site where it comes from");
    }

    private Optional<String> origin(HttpServletRequest request, String own) {
        if (request.getHeader("Origin") == null) {
            return Optional.empty();
        }
        List<String> sent = Collections.list(request.getHeaders("Origin"));
        String origin = sent.get(0).toLowerCase(Locale.ROOT);
        boolean allowed = sent.size() == 1 && (origin.equals(own) || origins.contains(origin));
        return allowed
                ? Optional.empty()
                : Optional.of("Web pages of that Origin aren't let in: name it in the init-param allowed-origins");
    }

    private static boolean isLoopback(String address) {
        String bare = address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
        return bare.startsWith("127.")
                || bare.equals("::1")
                || bare.equals("0:0:0:0:0:0:0:1")
                || bare.toLowerCase(Locale.ROOT).startsWith("::ffff:127.");
    }
}
