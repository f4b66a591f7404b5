/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderPlacementTest {
    private static final TestTool ECHO = TestTool.of("GET", "/test/echo")
            .with("X-Request-Id", Place.HEADER, false, "{\"type\":[\"string\",\"integer\",\"null\"]}");

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a b", "a\tb", "!~", "a;b=c", ""})
    void visibleTextIsOneHeaderLine(String value) {
        assertThat(
                TestTool.called(ECHO.bind("X-Request-Id", value)).headers().fields(),
                contains(new HeaderField("X-Request-Id", value)));
    }

    @Test
    void aNumberIsItsPlainText() {
        assertThat(
                ECHO.call("{\"X-Request-Id\":7}")
                        .headers()
                        .first("x-request-id")
                        .orElseThrow(),
                is("7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nX-Injected: 1",
                "a\r\nX-Injected: 1",
                "a\rb",
                "a\u0000b",
                "caf\u00e9",
                "\u2028",
                "a\u007f",
                "a\u0085b",
                " a",
                "a ",
                "\ta",
                " "
            })
    void anythingElseIsRefusedAndNotRepeated(String value) {
        String message = TestTool.refused(ECHO.bind("X-Request-Id", value));

        assertThat(message, startsWith("Argument 'X-Request-Id' can't be a header"));
        assertThat(message, not(containsString("X-Injected")));
    }

    @Test
    void aHeaderHasAtMost4KiB() {
        assertThat(
                TestTool.called(ECHO.bind("X-Request-Id", "x".repeat(4096)))
                        .headers()
                        .fields()
                        .size(),
                is(1));
        assertThat(
                TestTool.refused(ECHO.bind("X-Request-Id", "x".repeat(4097))), containsString("at most 4096 visible"));
    }

    @Test
    void nullIsAnAbsentHeaderOnlyWhereTheSchemaAllowsIt() {
        assertThat(ECHO.call("{\"X-Request-Id\":null}").headers().fields(), is(empty()));
        assertThat(
                TestTool.of("GET", "/a")
                        .with("X-A", Place.HEADER, false, "{\"type\":\"string\"}")
                        .refusal("{\"X-A\":null}"),
                is("Argument 'X-A' must be a string, or be left out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}", "{\"type\":\"object\"}"})
    void aSchemaThatAHeaderCantCarryIsRefused(String schema) {
        TestTool tool = TestTool.of("GET", "/a").with("X-A", Place.HEADER, false, schema);

        Exception refused = assertThrows(IllegalArgumentException.class, tool::binder);

        assertThat(refused.getMessage(), containsString("parameter 'X-A': a header is"));
    }
}
