/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.access.AccessDecision;
import io.github.samedoor.access.AccessPolicy;
import io.github.samedoor.access.Subject;
import io.github.samedoor.tool.Tool;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Shows the tools that the application's {@link AccessPolicy} would let the caller call, and all tools where there is none.
 *
 * <p>The policy is asked about the path template, so a rule about one value of a path parameter is not seen here.
 */
final class PolicyVisibility implements ToolVisibility {
    private final ServletContext context;

    PolicyVisibility(ServletContext context) {
        this.context = context;
    }

    // The policy is looked up at each list: filters publish theirs whenever they start.
    @Override
    public boolean shows(Tool tool, HttpServletRequest caller) {
        if (!(context.getAttribute(AccessPolicy.ATTRIBUTE) instanceof AccessPolicy policy)) {
            return true;
        }
        Subject subject = Subject.of(caller.getUserPrincipal() != null, caller::isUserInRole);
        return policy.decide(tool.route().method(), tool.route().path().toString(), subject)
                instanceof AccessDecision.Granted;
    }
}
