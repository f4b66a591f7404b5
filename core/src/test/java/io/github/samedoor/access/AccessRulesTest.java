/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.access;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.Role;
import io.github.samedoor.identity.RoleModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {
    private static final RoleModel ROLES =
            RoleModel.of(Map.of("admin", List.of("user", "service"), "user", List.of(), "service", List.of()));
    private static final AccessDecision GRANTED = new AccessDecision.Granted();
    private static final AccessDecision UNAUTHENTICATED = new AccessDecision.Unauthenticated();

    private final AccessRules rules = AccessRules.parse("""
            # who may what
            GET /public/*   open
            *   /user/*     authenticated
            GET,POST /admin/audit admin,service

            *   /admin/*    admin
            *   /never/*    denied
            """, new Requirement.Denied());

    @ParameterizedTest
    @CsvSource({
        "GET, /public/info, GRANTED",
        "HEAD, /public/info, GRANTED",
        "POST, /public/info, UNAUTHENTICATED",
        "GET, /user/data, UNAUTHENTICATED",
        "GET, /admin/users, UNAUTHENTICATED",
        "PROPFIND, /admin/users, UNAUTHENTICATED",
        "GET, /never/x, UNAUTHENTICATED",
        "GET, /unknown, UNAUTHENTICATED",
        "get, /public/info, UNAUTHENTICATED",
    })
    void anonymousCallersReachOpenRoutesAlone(String method, String path, String expected) {
        AccessDecision decision = rules.decide(method, path, Subject.anonymous());
        assertThat(decision, is(expected.equals("GRANTED") ? GRANTED : UNAUTHENTICATED));
    }

    @Test
    void theMissingRoleIsNamed() {
        AccessDecision decision = rules.decide("GET", "/admin/users", caller("user"));
        assertThat(((AccessDecision.Forbidden) decision).message(), is("Requires admin role"));
        AccessDecision either = rules.decide("GET", "/admin/audit", caller("user"));
        assertThat(((AccessDecision.Forbidden) either).message(), is("Requires admin or service role"));
    }

    @Test
    void theFirstRuleThatMatchesDecides() {
        assertThat(rules.decide("GET", "/admin/audit", caller("service")), is(GRANTED));
        assertThat(rules.decide("PUT", "/admin/audit", caller("service")), instanceOf(AccessDecision.Forbidden.class));
    }

    @Test
    void anImpliedRoleIsEnough() {
        AccessRules service = AccessRules.parse("* /service/* service", new Requirement.Denied());
        assertThat(service.decide("GET", "/service/metrics", caller("admin")), is(GRANTED));
    }

    @Test
    void whatIsDeniedIsDeniedToEverybody() {
        AccessDecision decision = rules.decide("GET", "/never/x", caller("admin"));
        assertThat(((AccessDecision.Forbidden) decision).message(), is("Access denied"));
        assertThat(rules.decide("GET", "/unknown", caller("admin")), is(decision));
    }

    @Test
    void joinedPoliciesMustBothGrant() {
        AccessPolicy open = AccessRules.parse("* /* open", new Requirement.Denied());
        assertThat(open.and(rules).decide("GET", "/admin/users", Subject.anonymous()), is(UNAUTHENTICATED));
        assertThat(rules.and(open).decide("GET", "/admin/users", Subject.anonymous()), is(UNAUTHENTICATED));
        assertThat(rules.and(open).decide("GET", "/public/x", Subject.anonymous()), is(GRANTED));
    }

    @Test
    void theRolesThatAreNamedAreListed() {
        assertThat(rules.roles(), is(Set.of("admin", "service")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a",
                "GET /a admin extra",
                "get /a admin",
                "GET, /a admin",
                "GET a admin",
                "GET /a ad!min",
                "GET /a admin,",
                "GET /a open,admin",
                "GET /a Open",
                ",GET /a open"
            })
    void aMalformedRuleIsShownInTheMessage(String line) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> AccessRules.parse("* /x open\n" + line, new Requirement.Open()));
        assertThat(e.getMessage(), containsString("'" + line + "'"));
    }

    private static Subject caller(String role) {
        return Subject.of(new Caller("1", "alice", Set.of(new Role(role)), Optional.empty()), ROLES);
    }
}
