/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.route.PathText;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path that a dispatch goes to, as the container decoded and mapped it.
 *
 * <p>Where the request line could be read in another way by somebody behind the filters, there is no path: it is refused,
 * never repaired.
 */
final class RequestPath {
    /** What URL rewriting appends for clients without cookies (Servlet 6.0 section 7.1.3). */
    private static final Pattern SESSION_PARAMETER = Pattern.compile(";jsessionid=[A-Za-z0-9._!~+-]{1,256}$");

    private RequestPath() {}

    /** Returns the decoded path below the context path, starting with a slash; empty if it is ambiguous. */
    static Optional<String> of(HttpServletRequest request) {
        boolean included = request.getDispatcherType() == DispatcherType.INCLUDE
                && request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI) != null;
        String raw = included ? text(request, RequestDispatcher.INCLUDE_REQUEST_URI) : request.getRequestURI();
        String path = included
                ? text(request, RequestDispatcher.INCLUDE_SERVLET_PATH)
                        + text(request, RequestDispatcher.INCLUDE_PATH_INFO)
                : textOf(request.getServletPath()) + textOf(request.getPathInfo());
        String decoded = path.isEmpty() ? "/" : path;
        return isPlain(textOf(raw)) && isPlainDecoded(decoded) ? Optional.of(decoded) : Optional.empty();
    }

    private static boolean isPlain(String raw) {
        String path = SESSION_PARAMETER.matcher(raw).replaceFirst("");
        if (path.indexOf(';') >= 0 || path.indexOf('\\') >= 0 || path.contains("//")) {
            return false;
        }
        if (path.indexOf('%') >= 0) {
            String lower = path.toLowerCase(Locale.ROOT);
            if (lower.contains("%2e") || lower.contains("%2f") || lower.contains("%5c")) {
                return false;
            }
        }
        return !path.contains("/./") && !path.contains("/../") && !path.endsWith("/.") && !path.endsWith("/..");
    }

    private static boolean isPlainDecoded(String path) {
        if (!path.startsWith("/") || path.contains("//")) {
            return false;
        }
        int start = 1;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (PathText.isAmbiguous(path.substring(start, end))) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    private static String text(HttpServletRequest request, String attribute) {
        return textOf(request.getAttribute(attribute));
    }

    private static String textOf(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
