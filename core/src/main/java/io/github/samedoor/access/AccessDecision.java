/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.access;

import java.util.List;

/** Whether a call may go on. */
public sealed interface AccessDecision {
    /** It may. */
    record Granted() implements AccessDecision {}

    /** It may not as long as nobody knows who calls: 401. */
    record Unauthenticated() implements AccessDecision {}

    /**
     * It may not, and it is known who calls: 403.
     *
     * @param missing the roles of which the caller has none and needs one; empty if no role would help
     */
    record Forbidden(List<String> missing) implements AccessDecision {
        /** Keeps a copy of the roles. */
        public Forbidden {
            missing = List.copyOf(missing);
        }

        /**
         * Says what is missing, in the words that the caller is told.
         *
         * @return a text such as {@code Requires admin role}
         */
        public String message() {
            return missing.isEmpty() ? "Access denied" : "Requires " + String.join(" or ", missing) + " role";
        }
    }
}
