/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.RoleModel;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A request whose caller is known: it answers the application's questions about identity truthfully.
 *
 * <p>The authentication is an attribute of this wrapper alone, so it ends with the dispatch that it was made for.
 */
final class CallerRequest extends HttpServletRequestWrapper {
    /** The role name that stands for everybody who is known (Servlet 6.0 section 13.3). */
    private static final String ANY_CALLER = "**";

    private final Authentication authentication;
    private final RoleModel roles;
    private final Challenges challenges;
    private volatile boolean loggedOut;

    CallerRequest(HttpServletRequest request, Authentication authentication, RoleModel roles, Challenges challenges) {
        super(request);
        this.authentication = authentication;
        this.roles = roles;
        this.challenges = challenges;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return loggedOut ? null : authentication.caller();
    }

    @Override
    public @Nullable String getRemoteUser() {
        return loggedOut ? null : authentication.caller().name();
    }

    @Override
    public @Nullable String getAuthType() {
        return loggedOut ? null : authentication.scheme();
    }

    @Override
    public boolean isUserInRole(String role) {
        Caller caller = authentication.caller();
        return !loggedOut
                && (role.equals(ANY_CALLER)
                        || roles.role(role)
                                .filter(needed -> roles.includes(caller.roles(), needed))
                                .isPresent());
    }

    @Override
    public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
        return !loggedOut || super.authenticate(response);
    }

    @Override
    public void login(String username, String password) throws ServletException {
        if (!loggedOut) {
            throw new ServletException("The request's caller is known already by its Authorization header");
        }
        super.login(username, password);
    }

    /** Ends the identity of this request; the credential itself stays good until it is revoked. */
    @Override
    public void logout() throws ServletException {
        loggedOut = true;
        if (super.getUserPrincipal() != null) {
            super.logout();
        }
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return switch (name) {
            case Authentication.ATTRIBUTE -> loggedOut ? null : authentication;
            case Challenges.ATTRIBUTE -> challenges;
            case Refusal.ATTRIBUTE -> null;
            default -> super.getAttribute(name);
        };
    }
}
