/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.constraint;

import io.github.samedoor.mcp.door.constraint.Requirement.Access;
import io.github.samedoor.mcp.door.container.Container;
import io.github.samedoor.mcp.door.container.LoginConfig;
import io.github.samedoor.mcp.door.container.SecurityConstraint;
import io.github.samedoor.mcp.door.container.UrlPattern;
import io.github.samedoor.mcp.door.view.CapturedResponse;
import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import io.github.samedoor.route.RouteAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates the container's security constraints for a call, with the container's own authentication.
 *
 * <p>A direct call meets them before any filter, so a tool call does too. Immutable and thread-safe.
 */
public final class ConstraintGate {
    private final List<SecurityConstraint> constraints;
    private final ConstraintRules rules;
    private final Authentication authentication;

    /**
     * Reads the constraints of an application.
     *
     * @param container the container it runs on
     */
    public ConstraintGate(Container container) {
        LoginConfig login = container.login();
        this.constraints = container.constraints();
        this.rules = ConstraintRules.of(container);
        this.authentication = Authentication.of(login);
    }

    /** What the gate says of a call. */
    public sealed interface Admission {
        /**
         * The call may go on to the filters.
         *
         * @param user whose call it is to the container
         */
        record Admitted(ContainerUser user) implements Admission {}

        /**
         * The call is answered here, as the container would answer the direct one.
         *
         * @param answer the refusal
         */
        record Refused(RouteAnswer answer) implements Admission {}
    }

    /** Lists every pattern of a constraint. */
    public List<UrlPattern> patterns() {
        return constraints.stream()
                .flatMap(constraint -> constraint.patterns().stream())
                .toList();
    }

    /**
     * Says in words what applies to a path.
     *
     * @param path a decoded path below the context path
     * @param method the HTTP method
     * @return the constraint for the guard report, or empty where none applies
     */
    public Optional<String> describe(String path, String method) {
        Requirement requirement = rules.of(path, method);
        String transport = requirement.confidential() ? " over a secure connection" : "";
        if (requirement.access() instanceof Access.Authenticated authenticated) {
            String who =
                    authenticated.roles().isEmpty() ? "any user" : "role " + String.join(" or ", authenticated.roles());
            return Optional.of("constraint: " + who + transport + ", authenticated by " + authentication.name());
        }
        if (requirement.access() instanceof Access.Denied) {
            return Optional.of("constraint: nobody");
        }
        return requirement.confidential() ? Optional.of("constraint: anybody" + transport) : Optional.empty();
    }

    /**
     * Decides about a call, authenticating the caller where a constraint asks for it.
     *
     * @param path the decoded path of the call below the context path
     * @param method its HTTP method
     * @param container the container's own request that carries the call
     * @param challenge takes what the container writes when it challenges
     * @param sessions whether a user that comes from a session counts
     * @return the decision
     */
    public Admission admit(
            String path, String method, HttpServletRequest container, CapturedResponse challenge, boolean sessions) {
        Requirement requirement = rules.of(path, method);
        if (requirement.access() instanceof Access.Denied || (requirement.confidential() && !container.isSecure())) {
            return refused(403);
        }
        ContainerUser asSent = ContainerUser.asSent(container, sessions);
        if (!(requirement.access() instanceof Access.Authenticated wanted)) {
            return new Admission.Admitted(asSent);
        }
        Optional<ContainerUser> user =
                asSent.isKnown() ? Optional.of(asSent) : authentication.authenticate(container, challenge);
        if (user.isEmpty()) {
            return new Admission.Refused(authentication.challenge(challenge));
        }
        boolean permitted = wanted.roles().isEmpty() || wanted.roles().stream().anyMatch(container::isUserInRole);
        if (!permitted) {
            user.get().leave();
            return refused(403);
        }
        return new Admission.Admitted(user.get());
    }

    private static Admission refused(int status) {
        return new Admission.Refused(new RouteAnswer(status, HeaderFields.none(), new byte[0], false));
    }

    static RouteAnswer unauthenticated(String challenge) {
        return new RouteAnswer(
                401, new HeaderFields(List.of(new HeaderField("WWW-Authenticate", challenge))), new byte[0], false);
    }
}
