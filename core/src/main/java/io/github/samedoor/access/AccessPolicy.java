/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.access;

/**
 * Decides whether a subject may call a method of a path.
 *
 * <p>Every {@code RoleFilter} publishes its policy as the servlet context attribute {@link #ATTRIBUTE}, joined with the
 * policies of the other role filters of the application; an application with its own security may publish its own.
 * Whoever wants to know what a caller may do, such as the list of tools, asks there; the call itself is still decided by
 * the filter. Implementations are thread-safe.
 */
@FunctionalInterface
public interface AccessPolicy {
    /** The name of the servlet context attribute that holds the application's policy, of type {@code AccessPolicy}. */
    String ATTRIBUTE = "io.github.samedoor.access.AccessPolicy";

    /**
     * Decides about one call.
     *
     * @param method the HTTP method
     * @param path the decoded path below the context path: servlet path and path info
     * @param subject who calls
     * @return the decision
     */
    AccessDecision decide(String method, String path, Subject subject);

    /**
     * Joins two policies: a call needs the grant of both, and the first refusal counts.
     *
     * @param other the other policy
     * @return the joined policy
     */
    default AccessPolicy and(AccessPolicy other) {
        return (method, path, subject) -> {
            AccessDecision decision = decide(method, path, subject);
            return decision instanceof AccessDecision.Granted ? other.decide(method, path, subject) : decision;
        };
    }
}
