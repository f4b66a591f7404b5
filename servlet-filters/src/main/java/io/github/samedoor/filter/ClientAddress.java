/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request comes from: the socket's address, unless it is one of the proxies that the operator trusts.
 *
 * <p>The context-param {@value #PARAMETER} names them, empty by default: single addresses as the container writes them,
 * separated by commas. Behind a trusted proxy the last entry of {@code X-Forwarded-For} that isn't a trusted proxy
 * counts; the entries before it are hearsay. Immutable and thread-safe.
 */
public final class ClientAddress {
    /** The context-param that names the trusted proxies. */
    public static final String PARAMETER = "samedoor.trusted-proxies";

    private static final String ATTRIBUTE = "io.github.samedoor.filter.ClientAddress";
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    private final List<String> trusted;

    private ClientAddress(List<String> trusted) {
        this.trusted = trusted;
    }

    /**
     * Finds the address of a request.
     *
     * @param request the request
     * @return the client's address; the socket's where a proxy's word can't be read
     */
    public static String of(HttpServletRequest request) {
        return of(request.getServletContext()).address(request);
    }

    /** Finds the application's trusted proxies, which are read once. */
    static ClientAddress of(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof ClientAddress known) {
            return known;
        }
        ClientAddress address = read(context);
        context.setAttribute(ATTRIBUTE, address);
        return address;
    }

    private static ClientAddress read(ServletContext context) {
        String text = context.getInitParameter(PARAMETER);
        if (text == null || text.isBlank()) {
            return new ClientAddress(List.of());
        }
        List<String> proxies =
                Arrays.stream(text.split(",", -1)).map(ClientAddress::normal).toList();
        for (String proxy : proxies) {
            if (!ADDRESS.matcher(proxy).matches()) {
                throw new IllegalArgumentException("the context-param '" + PARAMETER + "' holds '" + proxy
                        + "': write the proxies' IP addresses with commas between");
            }
        }
        return new ClientAddress(proxies);
    }

    /** Returns the socket's address; a Unix domain socket has none. */
    static Optional<String> peer(HttpServletRequest request) {
        return Optional.ofNullable(request.getRemoteAddr())
                .map(ClientAddress::normal)
                .filter(address -> !address.isEmpty());
    }

    boolean trusts(String address) {
        return trusted.contains(address);
    }

    private String address(HttpServletRequest request) {
        String socket = request.getRemoteAddr();
        String address = socket == null ? "unknown" : normal(socket); // a Unix domain socket has none
        if (!trusted.contains(address)) {
            return address;
        }
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(ClientAddress::normal)
                .toList();
        for (int i = forwarded.size() - 1; i >= 0; i--) {
            String candidate = forwarded.get(i);
            if (!ADDRESS.matcher(candidate).matches()) {
                return address;
            }
            if (!trusted.contains(candidate)) {
                return candidate;
            }
        }
        return address;
    }

    private static String normal(String address) {
        String text = address.strip().toLowerCase(Locale.ROOT);
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    }
}
