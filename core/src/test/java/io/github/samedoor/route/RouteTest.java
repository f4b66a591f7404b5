/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    @Test
    void aRouteIsAMethodAndAPath() {
        Route route = Route.of("GET", "/user/notes/{id}");

        assertThat(route.method(), is("GET"));
        assertThat(route.path(), is(PathTemplate.parse("/user/notes/{id}")));
        assertThat(route.toString(), is("GET /user/notes/{id}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "get", "GET ", "GET_", "G\u00c9T", "GET\r\nX: y", "-GET", "GET/", "1GET"})
    void aMethodIsAnUpperCaseToken(String method) {
        assertThrows(IllegalArgumentException.class, () -> Route.of(method, "/a"));
    }
}
