/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.tool;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.Place;
import io.github.samedoor.route.Route;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolTest {
    private static final Route NOTE = Route.of("PUT", "/user/notes/{id}");
    private static final ParameterBinding ID = parameter("id", Place.PATH);

    @Test
    void parametersThatFitTheRouteHaveNoProblems() {
        assertThat(Tool.problems(NOTE, List.of(ID, parameter("title", Place.BODY))), is(empty()));
    }

    @Test
    void everyVariableOfThePathIsDeclared() {
        assertThat(Tool.problems(NOTE, List.of()), contains(containsString("no parameter 'id' is declared")));
        assertThat(
                Tool.problems(NOTE, List.of(parameter("id", Place.QUERY))),
                contains(containsString("no parameter 'id' is declared")));
    }

    @Test
    void eachMissingVariableIsNamed() {
        Route route = Route.of("GET", "/{a}/{b}/{c}");

        assertThat(
                Tool.problems(route, List.of(parameter("b", Place.PATH))),
                contains(containsString("no parameter 'a'"), containsString("no parameter 'c'")));
    }

    @Test
    void everyPathParameterIsInThePath() {
        assertThat(
                Tool.problems(NOTE, List.of(ID, parameter("note", Place.PATH))),
                contains(containsString("write {note} there")));
    }

    @Test
    void aNameIsDeclaredOnce() {
        assertThat(
                Tool.problems(NOTE, List.of(ID, parameter("id", Place.QUERY))),
                contains(containsString("'id' is declared twice")));
    }

    @Test
    void headersAreDeclaredOnceInAnyCase() {
        assertThat(
                Tool.problems(NOTE, List.of(ID, parameter("X-A", Place.HEADER), parameter("x-a", Place.HEADER))),
                contains(containsString("'x-a' is declared twice")));
        assertThat(
                Tool.problems(NOTE, List.of(ID, parameter("a", Place.QUERY), parameter("A", Place.QUERY))),
                is(empty()));
    }

    @Test
    void aMethodWithoutABodyTakesNoBodyParameters() {
        for (String method : List.of("GET", "HEAD")) {
            for (Place place : List.of(Place.BODY, Place.WHOLE_BODY)) {
                assertThat(
                        Tool.problems(Route.of(method, "/a"), List.of(parameter("x", place))),
                        contains(containsString(method + " has none")));
            }
        }
    }

    @Test
    void theWholeBodyStandsAlone() {
        assertThat(
                Tool.problems(NOTE, List.of(ID, parameter("all", Place.WHOLE_BODY), parameter("title", Place.BODY))),
                contains(containsString("'all' is the whole body")));
        assertThat(
                Tool.problems(
                        NOTE, List.of(ID, parameter("all", Place.WHOLE_BODY), parameter("rest", Place.WHOLE_BODY))),
                contains(containsString("'all' is the whole body")));
    }

    @Test
    void aToolThatCouldntBeBoundIsntMade() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> tool(List.of()));

        assertThat(refused.getMessage(), containsString("PUT /user/notes/{id}: the path has {id}"));
    }

    @Test
    void theRouteNameIsMethodAndPath() {
        assertThat(tool(List.of(ID)).routeName(), is("PUT_/user/notes/{id}"));
    }

    private static Tool tool(List<ParameterBinding> parameters) {
        return new Tool(
                new ToolName("put_note"),
                NOTE,
                "Title",
                "Description.",
                parameters,
                "{\"type\":\"object\"}",
                Optional.empty());
    }

    private static ParameterBinding parameter(String name, Place place) {
        return new ParameterBinding(name, place, place == Place.PATH, "{\"type\":\"string\"}");
    }
}
