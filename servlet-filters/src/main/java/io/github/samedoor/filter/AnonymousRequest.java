/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A request without an accepted credential: it carries the refusal for whoever needs a caller.
 *
 * <p>A caller of an outer dispatch doesn't shine through; an identity that the container itself established does.
 */
final class AnonymousRequest extends HttpServletRequestWrapper {
    private final Refusal refusal;
    private final Challenges challenges;

    AnonymousRequest(HttpServletRequest request, Refusal refusal, Challenges challenges) {
        super(request);
        this.refusal = refusal;
        this.challenges = challenges;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        Principal principal = super.getUserPrincipal();
        return principal instanceof Caller ? null : principal;
    }

    @Override
    public @Nullable String getRemoteUser() {
        return isContainersCaller() ? super.getRemoteUser() : null;
    }

    @Override
    public @Nullable String getAuthType() {
        return isContainersCaller() ? super.getAuthType() : null;
    }

    @Override
    public boolean isUserInRole(String role) {
        return isContainersCaller() && super.isUserInRole(role);
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return switch (name) {
            case Authentication.ATTRIBUTE -> null;
            case Challenges.ATTRIBUTE -> challenges;
            case Refusal.ATTRIBUTE -> refusal;
            default -> super.getAttribute(name);
        };
    }

    private boolean isContainersCaller() {
        return getUserPrincipal() != null;
    }
}
