/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import java.util.Optional;

/** Whom a route answers. */
enum Access {
    EVERYBODY,
    ANY_CALLER,
    A_SESSION,
    ADMIN,
    SERVICE;

    /**
     * Tells what a credential gets instead of the route's answer.
     *
     * @param shown the credential
     * @return the refusal, or empty where the route answers
     */
    Optional<Expected> refusal(Shown shown) {
        if (shown.who().isEmpty() && (this != EVERYBODY || shown.isMalformed())) {
            return Optional.of(shown.refusal());
        }
        if (this == EVERYBODY) {
            return Optional.empty();
        }
        Who who = shown.who().orElseThrow();
        return switch (this) {
            case ADMIN -> missing(who, "admin");
            case SERVICE -> missing(who, "service");
            case A_SESSION ->
                shown.isSession()
                        ? Optional.empty()
                        : Optional.of(new Expected(400, "{\"error\":\"There is no session to end\"}"));
            case ANY_CALLER, EVERYBODY -> Optional.empty();
        };
    }

    private static Optional<Expected> missing(Who who, String role) {
        return who.has(role)
                ? Optional.empty()
                : Optional.of(new Expected(403, "{\"error\":\"Requires " + role + " role\"}"));
    }
}
