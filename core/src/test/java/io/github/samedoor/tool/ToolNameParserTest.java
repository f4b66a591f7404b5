/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.tool;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.route.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolNameParserTest {
    @ParameterizedTest
    @CsvSource({
        "GET_/user/notes/{id}, GET, /user/notes/{id}",
        "DELETE_/admin/sessions, DELETE, /admin/sessions",
        "GET_/, GET, /",
        "GET_/a_/b, GET, /a_/b",
        "POST_/a_b/, POST, /a_b/"
    })
    void aRouteNameIsMethodAndPath(String routeName, String method, String path) {
        Route route = ToolNameParser.parse(routeName);

        assertThat(route, is(Route.of(method, path)));
        assertThat(ToolNameParser.routeName(route), is(routeName));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_/admin/users",
                "/admin/users",
                "GET:/admin/users",
                "GET /admin",
                "get_/admin",
                " GET_/admin",
                "GET_http://127.0.0.1:1/",
                "GET_/user/../admin",
                "GET_/admin//users",
                "GET_/admin/users;x=1",
                "GET_/admin/%75sers",
                "GET_/admin/users\u0000",
                "GET_/a\r\nX: y",
                "toString",
                "GET_\\admin"
            })
    void otherTextIsNoRouteName(String text) {
        assertThrows(IllegalArgumentException.class, () -> ToolNameParser.parse(text));
    }

    @Test
    void aRefusalSaysHowARouteNameLooksAndStaysShort() {
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> ToolNameParser.parse("a".repeat(200_000)));

        assertThat(refused.getMessage(), containsString("GET_/user/notes/{id}"));
        assertThat(String.valueOf(refused.getMessage()).length(), lessThanOrEqualTo(300));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /user/notes/{id}, get_user_notes_by_id",
        "POST, /user/notes, post_user_notes",
        "GET, /{a}/x/{b}, get_by_a_x_by_b",
        "GET, /, get",
        "GET, /a/, get_a",
        "PUT, /a.b/c~d, put_a_b_c_d",
        "GET, /caf\u00e9, get_caf_",
        "GET, /Users/{userId}, get_Users_by_userId",
        "GET, /a-b/{c.d}, get_a-b_by_c_d"
    })
    void anMcpNameIsReadFromTheRoute(String method, String path, String name) {
        assertThat(name(Route.of(method, path)), is(name));
    }

    @Test
    void allRoutesThatClashAreHashed() {
        Route slash = Route.of("GET", "/user/notes");
        Route underscore = Route.of("GET", "/user_notes");
        Route other = Route.of("GET", "/user");

        Map<Route, ToolName> names = ToolNameParser.mcpNames(List.of(slash, underscore, other), Set.of());

        assertThat(text(names, slash), is("get_user_notes_d843bd9d"));
        assertThat(text(names, underscore), matchesPattern("get_user_notes_[0-9a-f]{8}"));
        assertThat(text(names, underscore), is(not(text(names, slash))));
        assertThat(text(names, other), is("get_user"));
    }

    @Test
    void namesThatDifferOnlyInCaseClash() {
        Map<Route, ToolName> names =
                ToolNameParser.mcpNames(List.of(Route.of("GET", "/Users"), Route.of("GET", "/users")), Set.of());

        names.values().forEach(name -> assertThat(name.text(), matchesPattern("get_[Uu]sers_[0-9a-f]{8}")));
    }

    @Test
    void aNameThatAnAuthorGaveIsKept() {
        Route route = Route.of("GET", "/users");

        Map<Route, ToolName> names = ToolNameParser.mcpNames(List.of(route), Set.of(new ToolName("get_users")));

        assertThat(text(names, route), matchesPattern("get_users_[0-9a-f]{8}"));
    }

    @Test
    void aRouteSpelledLikeAHashedNameIsHashedToo() {
        Route slash = Route.of("GET", "/a/b");
        Route underscore = Route.of("GET", "/a_b");
        String hashed = text(ToolNameParser.mcpNames(List.of(slash, underscore), Set.of()), slash);
        Route impostor = Route.of("GET", "/" + hashed.substring("get_".length()));

        Map<Route, ToolName> names = ToolNameParser.mcpNames(List.of(impostor, slash, underscore), Set.of());

        assertThat(new HashSet<>(names.values()), hasSize(3));
        assertThat(text(names, slash), is(hashed));
    }

    @Test
    void aGivenNameThatTakesEvenAHashedOneIsRefusedWithItsMend() {
        List<Route> routes = List.of(Route.of("GET", "/a/b"), Route.of("GET", "/a_b"));
        ToolName taken = ToolNameParser.mcpNames(routes, Set.of()).get(routes.get(0));

        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> ToolNameParser.mcpNames(routes, Set.of(taken)));

        assertThat(refused.getMessage(), containsString("give this tool a \"name\" of its own"));
    }

    @Test
    void aLongNameIsCutAndHashed() {
        Route route = Route.of("GET", "/" + "x".repeat(200));

        assertThat(name(route), matchesPattern("get_x{51}_[0-9a-f]{8}"));
        assertThat(name(Route.of("GET", "/" + "x".repeat(60))), is("get_" + "x".repeat(60)));
    }

    @Test
    void generatedCataloguesHaveDistinctAllowedNamesInAnyOrder() {
        Random random = new Random(20261122);
        for (int round = 0; round < 50; round++) {
            List<Route> routes = new ArrayList<>(randomRoutes(random, 40));
            Map<Route, ToolName> names = ToolNameParser.mcpNames(routes, Set.of());
            Set<String> distinct = new HashSet<>();
            names.values().forEach(name -> distinct.add(name.text().toLowerCase(Locale.ROOT)));
            assertThat(distinct, hasSize(routes.size()));

            Collections.shuffle(routes, random);
            assertThat(ToolNameParser.mcpNames(routes, Set.of()), is(names));
            for (Route route : routes) {
                assertThat(ToolNameParser.parse(ToolNameParser.routeName(route)), is(route));
            }
        }
    }

    /** Makes routes of few letters, so that clashes are frequent. */
    private static Set<Route> randomRoutes(Random random, int count) {
        List<String> parts = List.of("a", "A", "b", "a_b", "by_a", "{a}", "{b}", "\u00e9", "a.b", "x".repeat(40));
        List<String> methods = List.of("GET", "PUT");
        Set<Route> routes = new LinkedHashSet<>();
        while (routes.size() < count) {
            List<String> segments = new ArrayList<>(parts);
            Collections.shuffle(segments, random);
            String path = "/" + String.join("/", segments.subList(0, 1 + random.nextInt(3)));
            routes.add(Route.of(methods.get(random.nextInt(methods.size())), random.nextBoolean() ? path : path + "/"));
        }
        return routes;
    }

    private static String name(Route route) {
        return text(ToolNameParser.mcpNames(List.of(route), Set.of()), route);
    }

    private static String text(Map<Route, ToolName> names, Route route) {
        return Objects.requireNonNull(names.get(route)).text();
    }
}
