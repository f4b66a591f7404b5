/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Roles and sessions end where an administrator says so, at once and for every way. */
class GrantTest {
    @ParameterizedTest
    @EnumSource(Way.class)
    void grantedRoleCountsOnTheNextCall(Way way) {
        try (ExampleServer server = ExampleServer.start()) {
            RouteCase users = route("GET", "/admin/users");
            assertThat(way.call(server, Shown.SESSION_OF_ALICE, users).http().status(), is(403));
            grant(server, "admin");
            assertThat(way.call(server, Shown.SESSION_OF_ALICE, users).http().status(), is(200));
            assertThat(way.call(server, Shown.USER_TOKEN, users).http().status(), is(200));
            grant(server, "user");
            assertThat(way.call(server, Shown.SESSION_OF_ALICE, users).http().status(), is(403));
        }
    }

    @Test
    void clearedSessionsAreDeadAtOnceWithTheirRefreshTokens() {
        try (ExampleServer server = ExampleServer.start()) {
            RouteCase profile = route("GET", "/user/profile");
            String refresh = server.login("bob", "admin123").get("refreshToken").textValue();
            assertThat(
                    Way.DIRECTLY.call(server, Shown.SESSION_OF_ALICE, profile).status(), is(200));
            assertThat(
                    server.send(Shown.ADMIN_TOKEN, "DELETE", "/admin/sessions", "")
                            .text(),
                    is("{\"message\":\"Cleared 2 sessions\"}"));
            for (Way way : Way.values()) {
                assertThat(
                        way.call(server, Shown.SESSION_OF_ALICE, profile).http().status(), is(401));
            }
            String body = "{\"refreshToken\":\"" + refresh + "\"}";
            assertThat(server.http().postJson("/auth/refresh", body).status(), is(401));
        }
    }

    private static void grant(ExampleServer server, String role) {
        String body = "{\"userId\":1,\"role\":\"" + role + "\"}";
        assertThat(server.send(Shown.ADMIN_TOKEN, "POST", "/admin/grant", body).status(), is(200));
    }

    private static RouteCase route(String method, String path) {
        return RouteTable.routes().stream()
                .filter(route -> route.method().equals(method) && route.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
