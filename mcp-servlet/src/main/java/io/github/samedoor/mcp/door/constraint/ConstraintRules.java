/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.constraint;

import io.github.samedoor.mcp.door.container.Container;
import io.github.samedoor.mcp.door.container.SecurityConstraint;
import java.util.List;

/**
 * Which constraints apply to a path and method, and what they ask together.
 *
 * <p>Servlet 6.0 section 13.8 says so, but containers differ from it and from each other where several constraints meet.
 * So there is one class for each container, which does what the container does. Immutable.
 */
interface ConstraintRules {
    /** Finds what is asked of a call. */
    Requirement of(String path, String method);

    /** Returns the rules of a container. */
    static ConstraintRules of(Container container) {
        List<SecurityConstraint> constraints = container.constraints();
        boolean deniesUncovered = container.login().deniesUncovered();
        return switch (container.combining()) {
            case TOMCAT -> new TomcatRules(constraints);
            case JETTY -> new JettyRules(constraints, deniesUncovered, true);
            case JETTY_12_0 -> new JettyRules(constraints, deniesUncovered, false);
            case UNDERTOW -> new UndertowRules(constraints, deniesUncovered);
        };
    }
}
