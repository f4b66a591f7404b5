/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The header names that no argument may become, because servers, filters and proxies believe them.
 *
 * <p>They say who calls, from where, by which method, and where a message ends. {@code _} counts as {@code -}, since some
 * servers read both as one. Stateless and thread-safe.
 */
public final class ReservedHeaders {
    private static final Set<String> NAMES = Set.of(
            "authorization",
            "www-authenticate",
            "cookie",
            "cookie2",
            "set-cookie",
            "set-cookie2",
            "host",
            "transfer-encoding",
            "te",
            "trailer",
            "connection",
            "keep-alive",
            "upgrade",
            "http2-settings",
            "expect",
            "via",
            "forwarded",
            "from",
            "origin",
            "referer",
            "remote-user",
            "true-client-ip",
            "cf-connecting-ip",
            "client-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-real-ip",
            "x-remote-user",
            "x-method-override",
            "x-tenant-token",
            "traceparent",
            "tracestate");

    private static final List<String> PREFIXES = List.of(
            "proxy-",
            "content-",
            "sec-",
            "access-control-",
            "x-forwarded",
            "x-http-method",
            "x-original-",
            "x-rewrite-",
            "mcp-");

    private ReservedHeaders() {}

    /**
     * Tells whether a header name is kept from arguments.
     *
     * @param name a field name, in any case
     * @return whether no parameter may have it
     */
    public static boolean contains(String name) {
        String key = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return NAMES.contains(key) || PREFIXES.stream().anyMatch(key::startsWith);
    }
}
