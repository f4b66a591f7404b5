/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.route.RouteAnswer;

/** What came of one call at the door. */
public sealed interface Passage {
    /**
     * The route, or a guard in front of it, answered.
     *
     * @param answer the answer
     */
    record Answered(RouteAnswer answer) implements Passage {}

    /**
     * The door itself refused or failed, and nothing the route wrote is told.
     *
     * @param reason why
     * @param message a sentence for the caller, without anything internal
     */
    record Refused(Reason reason, String message) implements Passage {}

    /** Why the door gave no answer of the route. */
    enum Reason {
        /** The tool isn't offered; the guard report says why. */
        NOT_OFFERED(404),
        /** The call is a tool call from within a tool call. */
        NESTED(508),
        /** Too many calls are under way. */
        BUSY(503),
        /** The route needs a credential that the container checks, and there is none that it accepts. */
        UNAUTHENTICATED(401),
        /** A container constraint refuses this caller. */
        FORBIDDEN(403),
        /** The route didn't answer in time. */
        TIMEOUT(504),
        /** The caller cancelled the call, so nobody waits for an answer; the status is the one that proxies log. */
        CANCELLED(499),
        /** The route threw. */
        FAILED(500),
        /** A proof was missing after the dispatch, so the answer is withheld. */
        UNPROVEN(500);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** Returns the HTTP status that says this. */
        public int status() {
            return status;
        }
    }
}
