/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.access;

import io.github.samedoor.identity.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of an access policy: which calls, and what they demand.
 *
 * @param methods the HTTP methods, or none for all; {@code GET} stands for {@code HEAD} too
 * @param pattern the paths
 * @param requirement what is demanded
 */
public record AccessRule(Set<String> methods, UrlPattern pattern, Requirement requirement) {
    private static final Pattern METHOD = Pattern.compile("[A-Z][A-Z-]{0,31}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern COMMA = Pattern.compile(",");

    /** Keeps a copy of the methods. */
    public AccessRule {
        methods = Set.copyOf(methods);
    }

    /**
     * Reads a rule such as {@code GET,POST /admin/* admin}.
     *
     * @param line three words: methods or {@code *}, a url-pattern, and {@code open}, {@code authenticated},
     *     {@code denied} or role names of which one is needed; commas without spaces within a word
     * @return the rule
     * @throws IllegalArgumentException if the line has another form; the message shows it and the mend
     */
    public static AccessRule parse(String line) {
        String[] words = SPACES.split(line.strip(), -1);
        if (words.length != 3) {
            throw new IllegalArgumentException("The rule '" + line.strip()
                    + "' needs three words: methods, url-pattern, who; such as: GET,POST /admin/* admin");
        }
        try {
            return new AccessRule(methods(words[0]), new UrlPattern(words[1]), requirement(words[2]));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("In the rule '" + line.strip() + "': " + e.getMessage(), e);
        }
    }

    /**
     * Tells whether the rule is about a call.
     *
     * @param method the HTTP method
     * @param path the decoded path below the context path
     * @return whether it is
     */
    public boolean matches(String method, String path) {
        boolean named =
                methods.isEmpty() || methods.contains(method) || (method.equals("HEAD") && methods.contains("GET"));
        return named && pattern.matches(path);
    }

    private static Set<String> methods(String word) {
        if (word.equals("*")) {
            return Set.of();
        }
        List<String> methods = List.of(COMMA.split(word, -1));
        for (String method : methods) {
            if (!METHOD.matcher(method).matches()) {
                throw new IllegalArgumentException(
                        "'" + method + "' isn't a method: write upper-case methods with commas between, or * for all");
            }
        }
        return Set.copyOf(methods.stream().distinct().toList());
    }

    private static Requirement requirement(String word) {
        return switch (word) {
            case "open" -> new Requirement.Open();
            case "authenticated" -> new Requirement.Authenticated();
            case "denied" -> new Requirement.Denied();
            default ->
                new Requirement.AnyRole(Stream.of(COMMA.split(word, -1))
                        .map(AccessRule::roleName)
                        .toList());
        };
    }

    private static String roleName(String name) {
        if (Set.of("open", "authenticated", "denied").contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("'" + name + "' isn't a role: it stands alone, in lower case");
        }
        return new Role(name).name();
    }
}
