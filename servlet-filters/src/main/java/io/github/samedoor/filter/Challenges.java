/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.access.AccessDecision;
import io.github.samedoor.credential.Credential;
import io.github.samedoor.route.HeaderField;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The refusals of credentials and roles, with their challenges (RFC 6750 section 3, RFC 9110 section 11.6.1).
 *
 * <p>One {@code WWW-Authenticate} line for each scheme that is offered; error codes stand on the line of the scheme that
 * was used. Immutable and thread-safe.
 */
final class Challenges {
    static final String ATTRIBUTE = "io.github.samedoor.filter.Challenges";
    static final String DEFAULT_REALM = "samedoor";

    private static final Pattern REALM = Pattern.compile("[A-Za-z0-9 ._:/-]{1,100}");

    /** A scope-token (RFC 6749 section 3.3) without the characters that nobody names a role with. */
    private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");

    private final String realm;
    private final List<String> schemes;

    Challenges(String realm, List<String> schemes) {
        if (!REALM.matcher(realm).matches()) {
            throw new IllegalArgumentException(
                    "the realm is 1 to 100 letters, digits, spaces or . _ : / -, such as 'my app'");
        }
        this.realm = realm;
        this.schemes = List.copyOf(schemes);
    }

    /** Finds the challenges of the authentication filter that a request passed. */
    static Optional<Challenges> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Challenges found ? Optional.of(found) : Optional.empty();
    }

    /** Refuses a request that shows no credential: no error code, as RFC 6750 section 3.1 asks. */
    Refusal noCredential() {
        return new Refusal(401, "No authorization header", lines("", ""));
    }

    Refusal unsupported() {
        return new Refusal(401, "Unsupported auth scheme", lines("", ""));
    }

    Refusal rejected(Credential.Presented credential) {
        String what = credential instanceof Credential.ApiKey ? "API key" : "token";
        return new Refusal(
                401,
                "Invalid " + what,
                lines(
                        credential.scheme(),
                        ", error=\"invalid_token\", error_description=\"The " + what
                                + " is unknown, expired or revoked\""));
    }

    Refusal malformed(Credential.Problem problem) {
        String error = switch (problem) {
            case SEVERAL_HEADERS -> "More than one authorization header";
            case TOO_LONG -> "Authorization header too long";
            case BAD_VALUE -> "Malformed authorization header";
        };
        return new Refusal(
                400, error, lines("Bearer", ", error=\"invalid_request\", error_description=\"" + error + "\""));
    }

    Refusal forbidden(AccessDecision.Forbidden forbidden) {
        List<String> missing = forbidden.missing();
        boolean isScope = missing.size() == 1 && SCOPE.matcher(missing.get(0)).matches();
        String scope = isScope ? ", scope=\"" + missing.get(0) + '"' : "";
        return new Refusal(403, forbidden.message(), lines("Bearer", ", error=\"insufficient_scope\"" + scope));
    }

    private List<HeaderField> lines(String scheme, String parameters) {
        List<HeaderField> lines = new ArrayList<>();
        for (String offered : schemes) {
            String extra = offered.equalsIgnoreCase(scheme) ? parameters : "";
            lines.add(new HeaderField("WWW-Authenticate", offered + " realm=\"" + realm + '"' + extra));
        }
        return lines;
    }
}
