/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.constraint;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The user that the container knows a call by.
 *
 * <p>Unless cookies count, a user that comes from a session is nobody here: the session's cookie is the browser's, and a tool
 * call brings its credential along. Lives as long as the call.
 */
public final class ContainerUser {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerUser.class);

    private final HttpServletRequest container;
    private final boolean trusted;
    private final boolean loggedIn;
    private final @Nullable Principal before;

    private ContainerUser(HttpServletRequest container, boolean trusted, boolean loggedIn) {
        this.container = container;
        this.trusted = trusted;
        this.loggedIn = loggedIn;
        this.before = container.getUserPrincipal();
    }

    /** Takes the user that the container found by itself in the headers or, where that counts, in the session. */
    static ContainerUser asSent(HttpServletRequest container, boolean sessions) {
        return new ContainerUser(container, sessions || container.getSession(false) == null, false);
    }

    /** Takes the user that was just authenticated for this call. */
    static ContainerUser loggedIn(HttpServletRequest container) {
        return new ContainerUser(container, true, true);
    }

    /** Returns whether the route may see the container's user. */
    public boolean isTrusted() {
        return trusted;
    }

    boolean isKnown() {
        return trusted && container.getUserPrincipal() != null;
    }

    /**
     * Ends what was begun during this call, by the gate or by the route's own login, so that the next call in the same
     * request begins anew.
     */
    public void leave() {
        boolean changed = !Objects.equals(before, container.getUserPrincipal());
        boolean kept =
                trusted && container.getSession(false) != null; // a login of the route's own stays in its session
        if (!loggedIn && (!changed || kept)) {
            return;
        }
        try {
            container.logout();
        } catch (ServletException e) {
            LOG.warn("The container could not log the user of a tool call out", e);
        }
    }
}
