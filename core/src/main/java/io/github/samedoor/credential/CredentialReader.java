/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.credential;

import java.util.List;
import java.util.Map;

/**
 * Reads the Authorization header of a request into a {@link Credential}.
 *
 * <p>Exactly one header counts; scheme names are compared without regard to case (RFC 9110 section 11.1). A credential
 * anywhere else, such as the query or a cookie, isn't seen. Immutable and thread-safe.
 */
public final class CredentialReader {
    /** The longest header value that is read, in characters. */
    public static final int MAX_LENGTH = 8192;

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private final List<Map.Entry<String, CredentialScheme>> schemes;

    /**
     * Makes a reader of the given schemes.
     *
     * @param schemes the schemes by the name that stands in the header
     * @throws IllegalArgumentException if there is none, or a name isn't a token of RFC 9110 section 5.6.2, or two names
     *     differ only in case
     */
    public CredentialReader(Map<String, CredentialScheme> schemes) {
        if (schemes.isEmpty()) {
            throw new IllegalArgumentException("No credential scheme is given: name at least one, such as Bearer");
        }
        schemes.keySet().forEach(name -> requireName(name, schemes));
        this.schemes = schemes.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Returns a reader of the two built-in schemes, {@code Bearer} and {@code ApiKey}.
     *
     * @return the reader
     */
    public static CredentialReader standard() {
        return new CredentialReader(Map.of("Bearer", new BearerScheme(), "ApiKey", new ApiKeyScheme()));
    }

    /**
     * Reads the values of a request's Authorization headers.
     *
     * @param values one value for each header line, empty for none
     * @return what they say; never a guess
     */
    public Credential read(List<String> values) {
        if (values.isEmpty()) {
            return new Credential.None();
        }
        if (values.size() > 1) {
            return new Credential.Malformed(Credential.Problem.SEVERAL_HEADERS);
        }
        String header = values.get(0);
        if (header.length() > MAX_LENGTH) {
            return new Credential.Malformed(Credential.Problem.TOO_LONG);
        }
        int end = 0;
        while (end < header.length() && isTokenChar(header.charAt(end))) {
            end++;
        }
        if (end == 0 || (end < header.length() && header.charAt(end) != ' ')) {
            return new Credential.Malformed(Credential.Problem.BAD_VALUE);
        }
        return read(header, end);
    }

    private Credential read(String header, int end) {
        int value = end;
        while (value < header.length() && header.charAt(value) == ' ') {
            value++;
        }
        for (Map.Entry<String, CredentialScheme> scheme : schemes) {
            String name = scheme.getKey();
            if (name.length() == end && header.regionMatches(true, 0, name, 0, end)) {
                return scheme.getValue().read(header.substring(value));
            }
        }
        return new Credential.Unsupported();
    }

    private static void requireName(String name, Map<String, CredentialScheme> all) {
        if (name.isEmpty() || !name.chars().allMatch(CredentialReader::isTokenChar)) {
            throw new IllegalArgumentException("The name of a credential scheme is a token, such as Bearer");
        }
        if (all.keySet().stream().filter(name::equalsIgnoreCase).count() > 1) {
            throw new IllegalArgumentException("The credential scheme " + name + " stands twice: give it once");
        }
    }

    private static boolean isTokenChar(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || TOKEN_MARKS.indexOf(c) >= 0;
    }
}
