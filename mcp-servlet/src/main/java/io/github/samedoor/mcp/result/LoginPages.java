/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import io.github.samedoor.route.RouteAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a redirect to a login page, which means "not logged in", from a redirect that is an answer.
 *
 * <p>Where no pages are configured, a redirect is one to a login page if a segment of its path is a usual name of such
 * pages, with or without an extension. Immutable and thread-safe.
 *
 * @param paths the paths of the login pages, such as {@code /app/signin}; empty for the usual names
 */
public record LoginPages(List<String> paths) {
    private static final Set<String> USUAL = Set.of(
            "login", "signin", "sign-in", "sign_in", "logon", "log-in", "authorize", "oauth2", "saml2", "sso", "cas");

    /** Keeps a copy of the paths. */
    public LoginPages {
        paths = List.copyOf(paths);
    }

    /**
     * Tells whether an answer sends the caller to a login page.
     *
     * @param answer the answer of a route
     * @return whether it is a redirect to one
     */
    boolean match(RouteAnswer answer) {
        if (answer.status() < 300 || answer.status() > 308 || answer.status() == 304) {
            return false;
        }
        String path = path(answer.headers().first("Location").orElse(""));
        return paths.isEmpty() ? hasUsualName(path) : paths.contains(path);
    }

    private static boolean hasUsualName(String path) {
        for (String segment : path.split("/", -1)) {
            int dot = segment.indexOf('.');
            String stem = dot < 0 ? segment : segment.substring(0, dot);
            if (USUAL.contains(stem.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static String path(String location) {
        String path = location;
        int authority = path.indexOf("//");
        if (authority >= 0) {
            int slash = path.indexOf('/', authority + 2);
            path = slash < 0 ? "/" : path.substring(slash);
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '?' || c == '#' || c == ';') {
                return path.substring(0, i);
            }
        }
        return path;
    }
}
