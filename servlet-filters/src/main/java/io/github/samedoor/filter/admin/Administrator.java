/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter.admin;

import io.github.samedoor.audit.AuditActor;
import io.github.samedoor.audit.AuditEvent;
import io.github.samedoor.filter.Authentication;
import io.github.samedoor.filter.ClientAddress;
import io.github.samedoor.filter.IdentityContext;
import io.github.samedoor.filter.TenantFilter;
import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.Role;
import io.github.samedoor.identity.Tenant;
import io.github.samedoor.password.User;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks an admin servlet, and how far the request reaches.
 *
 * <p>Within a tenant, only its users are seen. Nobody changes a user who may do more than oneself, or gives away a role that
 * one doesn't have.
 */
record Administrator(HttpServletRequest request, IdentityContext identity) {
    Optional<Tenant> tenant() {
        Optional<Tenant> own = request.getUserPrincipal() instanceof Caller caller ? caller.tenant() : Optional.empty();
        return own.or(() -> TenantFilter.tenantOf(request));
    }

    boolean sees(User user) {
        Optional<Tenant> mine = tenant();
        return mine.isEmpty() || user.tenant().equals(mine);
    }

    boolean seesUser(String id) {
        return identity.users().byId(id).map(this::sees).orElse(tenant().isEmpty());
    }

    /** Finds a user who may be changed. */
    User manage(String id) {
        User user = identity.users().byId(id).filter(this::sees).orElseThrow(() -> AdminRefusal.notFound("user"));
        user.roles().forEach(this::requireRole);
        return user;
    }

    void requireRole(Role role) {
        if (!request.isUserInRole(role.name())) {
            throw new AdminRefusal(403, "Requires " + role.name() + " role");
        }
    }

    boolean is(User user) {
        return request.getUserPrincipal() instanceof Caller caller
                && caller.id().equals(user.id());
    }

    /** Keeps what is about to be done; where it can't be kept, the exception stops it. */
    void audit(String target) {
        identity.audit()
                .append(new AuditEvent(
                        identity.clock().instant(),
                        AuditEvent.Action.ADMINISTRATION,
                        actor(),
                        target,
                        AuditEvent.Outcome.GRANTED,
                        "",
                        Map.of()));
    }

    private AuditActor actor() {
        String address = ClientAddress.of(request);
        Principal principal = request.getUserPrincipal();
        if (principal instanceof Caller caller) {
            Optional<String> tokenId = Authentication.of(request).map(Authentication::tokenId);
            return AuditActor.of(caller, tokenId, address);
        }
        Optional<String> name = Optional.ofNullable(principal).map(Principal::getName);
        return new AuditActor(name, tenant(), Optional.empty(), address);
    }
}
