/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.filter.Authentication;
import io.github.samedoor.filter.TenantFilter;
import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.Role;
import io.github.samedoor.identity.Tenant;
import io.github.samedoor.session.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who makes this request, as the filters in front of the servlet found out.
 *
 * @param authentication how the caller was recognised
 * @param tenant for which tenant the request is
 */
record CurrentCaller(Authentication authentication, Optional<Tenant> tenant) {
    /** Finds the caller of a request to a route that only known callers reach. */
    static CurrentCaller of(HttpServletRequest request) {
        return new CurrentCaller(
                Authentication.of(request)
                        .orElseThrow(() -> new IllegalStateException("No role filter in web.xml guards this route")),
                TenantFilter.tenantOf(request));
    }

    /** Describes a user as all routes do. */
    static ObjectNode toJson(Caller caller) {
        return Json.object()
                .put("id", id(caller))
                .put("username", caller.name())
                .put("role", caller.roles().stream().findFirst().map(Role::name).orElse(""));
    }

    ObjectNode toJson() {
        return toJson(authentication.caller());
    }

    long userId() {
        return id(authentication.caller());
    }

    String username() {
        return authentication.caller().name();
    }

    /** Returns whose data this request is about. */
    Owner owner() {
        return new Owner(tenant.map(Tenant::id).orElse(""), userId());
    }

    String scheme() {
        return authentication.scheme();
    }

    String tokenId() {
        return authentication.tokenId();
    }

    Optional<SessionId> session() {
        return authentication.session();
    }

    private static long id(Caller caller) {
        return Long.parseLong(caller.id());
    }
}
