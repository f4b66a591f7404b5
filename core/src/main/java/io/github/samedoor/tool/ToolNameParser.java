/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.tool;

import io.github.samedoor.route.PathTemplate;
import io.github.samedoor.route.PathText;
import io.github.samedoor.route.Route;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The two names of a tool: {@code GET_/user/notes/{id}}, which reads as a route, and {@code get_user_notes_by_id}, which
 * MCP clients accept.
 *
 * <p>Stateless and thread-safe.
 */
public final class ToolNameParser {
    private static final int LONGEST = 64;
    private static final int HASH_DIGITS = 8;

    private ToolNameParser() {}

    /**
     * Reads a route name.
     *
     * @param routeName a name such as {@code GET_/user/notes/{id}}
     * @return the route
     * @throws IllegalArgumentException if it is malformed; the message says what and how to mend it
     */
    public static Route parse(String routeName) {
        int slash = routeName.indexOf("_/");
        if (slash < 1) {
            throw new IllegalArgumentException(
                    "A route name is a method, '_' and a path, such as GET_/user/notes/{id}, not '"
                            + PathText.printable(routeName) + "'");
        }
        return Route.of(routeName.substring(0, slash), routeName.substring(slash + 1));
    }

    /**
     * Writes a route name; {@link #parse} reads it back.
     *
     * @param route a route
     * @return a name such as {@code GET_/user/notes/{id}}
     */
    public static String routeName(Route route) {
        return route.method() + '_' + route.path();
    }

    /**
     * Derives a name for each of the routes of one catalogue.
     *
     * <p>The name is the method in lower case, the literal segments as they are and {@code by_} with the name of each
     * parameter, joined by {@code _}; any other character becomes {@code _}. Where that is longer than 64 characters, or
     * equal but for case to the name of another tool, {@code _} and the first 8 hexadecimal digits of the SHA-256 of the
     * route name are appended, to all of the clashing routes: so no name depends on the order of the routes or changes
     * from run to run.
     *
     * @param routes the routes without a name of their own
     * @param taken the names that the catalogue's other tools were given by their author
     * @return each route's name, in the order of the routes
     * @throws IllegalArgumentException if even the hash leaves two names equal; the message says how to mend it
     */
    public static Map<Route, ToolName> mcpNames(Collection<Route> routes, Set<ToolName> taken) {
        Map<Route, String> plain = new LinkedHashMap<>();
        routes.forEach(route -> plain.put(route, plainName(route)));
        Set<Route> hashed = clashing(plain, taken);
        Map<Route, ToolName> names = new LinkedHashMap<>();
        Set<String> seen = keys(taken);
        plain.forEach((route, plainName) -> {
            String name = hashed.contains(route) ? hashedName(route) : plainName;
            if (!seen.add(key(name))) {
                throw new IllegalArgumentException(
                        "The name " + name + " of " + route + " is taken: give this tool a \"name\" of its own");
            }
            names.put(route, new ToolName(name));
        });
        return names;
    }

    private static Set<Route> clashing(Map<Route, String> plain, Set<ToolName> taken) {
        Set<String> seen = keys(taken);
        Set<String> shared = new HashSet<>();
        plain.values().stream()
                .map(ToolNameParser::key)
                .filter(key -> !seen.add(key))
                .forEach(shared::add);
        Set<Route> clashing = new HashSet<>();
        plain.forEach((route, name) -> {
            if (name.length() > LONGEST || shared.contains(key(name))) {
                clashing.add(route);
            }
        });
        // A route may be spelt like another's hashed name: then it is hashed as well, until nothing changes.
        while (clashing.addAll(spelledLikeHashed(plain, clashing))) {}
        return clashing;
    }

    private static Set<Route> spelledLikeHashed(Map<Route, String> plain, Set<Route> hashed) {
        Set<String> hashedKeys = new HashSet<>();
        hashed.forEach(route -> hashedKeys.add(key(hashedName(route))));
        Set<Route> found = new HashSet<>(plain.keySet());
        found.removeIf(route -> !hashedKeys.contains(key(plain.getOrDefault(route, ""))));
        return found;
    }

    private static String plainName(Route route) {
        StringBuilder name = new StringBuilder(route.method().toLowerCase(Locale.ROOT));
        for (PathTemplate.Segment segment : route.path().segments()) {
            if (segment instanceof PathTemplate.Parameter parameter) {
                name.append("_by_").append(parameter.name());
            } else if (segment instanceof PathTemplate.Literal literal
                    && !literal.text().isEmpty()) {
                name.append('_').append(literal.text());
            }
        }
        for (int i = 0; i < name.length(); i++) {
            if (!ToolName.isAllowed(name.charAt(i))) {
                name.setCharAt(i, '_');
            }
        }
        return name.toString();
    }

    private static String hashedName(Route route) {
        String plain = plainName(route);
        int end = Math.min(plain.length(), LONGEST - 1 - HASH_DIGITS);
        return plain.substring(0, end) + '_' + hash(routeName(route));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Set<String> keys(Set<ToolName> names) {
        Set<String> keys = new HashSet<>();
        names.forEach(name -> keys.add(key(name.text())));
        return keys;
    }

    /** Names that differ only in case count as one: a model confuses them. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
