/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The challenges of a refusal: those of the route, and where the metadata of the protected resource is.
 *
 * <p>A 401 always has one (RFC 9110 section 15.5.2). Immutable and thread-safe.
 */
final class Challenges {
    private static final String HEADER = "WWW-Authenticate";
    // A second challenge in one field value: a comma, a scheme, a space (RFC 9110 section 11.6.1).
    private static final Pattern SEVERAL = Pattern.compile(",\\s*[A-Za-z0-9-]+\\s+[A-Za-z0-9-]");

    private final Optional<String> parameter;

    /**
     * Makes the rule.
     *
     * @param resourceMetadata the URL of the metadata document (RFC 9728), where there is one
     */
    Challenges(Optional<String> resourceMetadata) {
        this.parameter = resourceMetadata.map(url -> "resource_metadata=\"" + url + '"');
    }

    /**
     * Returns the challenges of a 401.
     *
     * @param route the header lines of the route
     * @return at least one challenge
     */
    HeaderFields unauthenticated(HeaderFields route) {
        List<String> challenges = challenges(route);
        if (challenges.isEmpty()) {
            return fields(List.of(parameter.map(p -> "Bearer " + p).orElse("Bearer")));
        }
        return fields(withMetadata(challenges));
    }

    /**
     * Returns the challenges of a 403, which has one only where the route says so.
     *
     * @param route the header lines of the route
     * @return the challenges
     */
    HeaderFields forbidden(HeaderFields route) {
        List<String> challenges = challenges(route);
        boolean scoped = challenges.stream().anyMatch(challenge -> challenge.contains("insufficient_scope"));
        return fields(scoped ? withMetadata(challenges) : challenges);
    }

    private List<String> withMetadata(List<String> challenges) {
        if (parameter.isEmpty() || challenges.stream().anyMatch(c -> c.contains("resource_metadata"))) {
            return challenges;
        }
        List<String> extended = new ArrayList<>(challenges);
        for (int i = 0; i < extended.size(); i++) {
            String challenge = extended.get(i);
            if (isBearer(challenge) && !SEVERAL.matcher(challenge).find()) {
                extended.set(i, challenge + (challenge.indexOf('=') < 0 ? " " : ", ") + parameter.get());
                return extended;
            }
        }
        extended.add(0, "Bearer " + parameter.get());
        return extended;
    }

    private static boolean isBearer(String challenge) {
        String lower = challenge.toLowerCase(Locale.ROOT);
        return lower.equals("bearer") || lower.startsWith("bearer ");
    }

    private static List<String> challenges(HeaderFields route) {
        return route.all(HEADER).stream()
                .map(String::trim)
                .filter(Challenges::isPlain)
                .toList();
    }

    private static boolean isPlain(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    }

    private static HeaderFields fields(List<String> challenges) {
        return new HeaderFields(challenges.stream()
                .map(challenge -> new HeaderField(HEADER, challenge))
                .toList());
    }
}
