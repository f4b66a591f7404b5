/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.tool;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.Place;
import io.github.samedoor.route.Route;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolCatalogTest {
    private static final Tool USERS = tool("get_admin_users", "GET", "/admin/users");
    private static final Tool NOTE = tool("get_user_notes_by_id", "GET", "/user/notes/{id}");
    private static final ToolCatalog CATALOG = ToolCatalog.of(List.of(NOTE, USERS));

    @Test
    void aToolIsFoundByBothItsNames() {
        assertThat(CATALOG.byName("get_admin_users"), is(Optional.of(USERS)));
        assertThat(CATALOG.byRouteName("GET_/user/notes/{id}"), is(Optional.of(NOTE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET_/user/../admin/users",
                "GET_/admin/users/",
                "GET_/admin//users",
                "GET_/admin/users;x=1",
                "GET_/admin/%75sers",
                "OPTIONS_/admin/users",
                "GET:/admin/users",
                "_/admin/users",
                "/admin/users",
                "GET_/admin/users\u0000",
                "GET_/admin/users\r\nX: y",
                " GET_/admin/users",
                "GET_/\u0430dmin/users",
                "GET_/user/notes/42",
                "GET_/user/notes/{ID}",
                "",
                "toString",
                "GET_ADMIN_USERS",
                "Get_admin_users",
                "get_admin_users "
            })
    void aLookUpIsExact(String name) {
        assertThat(CATALOG.byName(name), is(Optional.empty()));
        assertThat(CATALOG.byRouteName(name), is(Optional.empty()));
    }

    @Test
    void aNameOfOneKindIsNoNameOfTheOther() {
        assertThat(CATALOG.byRouteName("get_admin_users"), is(Optional.empty()));
        assertThat(CATALOG.byName("GET_/admin/users"), is(Optional.empty()));
    }

    @Test
    void theToolsAreInTheOrderOfTheirNames() {
        assertThat(CATALOG.tools(), contains(USERS, NOTE));
        assertThat(ToolCatalog.of(List.of(USERS, NOTE)).tools(), is(CATALOG.tools()));
    }

    @Test
    void twoToolsCantHaveOneName() {
        Tool namesake = tool("get_admin_users", "GET", "/other");

        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> ToolCatalog.of(List.of(USERS, namesake)));

        assertThat(refused.getMessage(), containsString("Two tools are named get_admin_users"));
    }

    @Test
    void twoToolsCantCallOneRoute() {
        Tool twin = tool("another", "GET", "/user/notes/{note}");

        Exception refused = assertThrows(IllegalArgumentException.class, () -> ToolCatalog.of(List.of(NOTE, twin)));

        assertThat(refused.getMessage(), containsString("Two tools call GET /user/notes/{"));
    }

    @Test
    void aCatalogueMayBeEmpty() {
        assertThat(ToolCatalog.of(List.of()).tools(), is(List.of()));
    }

    private static Tool tool(String name, String method, String path) {
        Route route = Route.of(method, path);
        List<ParameterBinding> parameters = route.path().parameters().stream()
                .map(parameter -> new ParameterBinding(parameter, Place.PATH, true, "{\"type\":\"string\"}"))
                .toList();
        return new Tool(
                new ToolName(name), route, name, "Does it.", parameters, "{\"type\":\"object\"}", Optional.empty());
    }
}
