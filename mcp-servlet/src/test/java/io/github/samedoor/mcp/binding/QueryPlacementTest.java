/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.route.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryPlacementTest {
    private static final String STRING = "{\"type\":\"string\"}";
    private static final String STRINGS = "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}";

    @Test
    void fieldsStandInTheirDeclaredOrder() {
        String query = TestTool.of("GET", "/search")
                .with("q", Place.QUERY, true, STRING)
                .with("limit", Place.QUERY, false, "{\"type\":\"integer\"}")
                .with("all", Place.QUERY, false, "{\"type\":\"boolean\"}")
                .call("{\"all\":true,\"limit\":5,\"q\":\"x\"}")
                .query();

        assertThat(query, is("q=x&limit=5&all=true"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "42&role=admin, q=42%26role%3Dadmin",
                "a=b, q=a%3Db",
                "a b, q=a%20b",
                "a+b, q=a%2Bb",
                "a#b, q=a%23b",
                "a;b, q=a%3Bb",
                "100%, q=100%25",
                "../x, q=..%2Fx",
                "\u00e9, q=%C3%A9",
                "``, q="
            })
    void aValueStaysOneField(String value, String query) {
        assertThat(TestTool.called(search(STRING).bind("q", value)).query(), is(query));
    }

    @Test
    void aLineBreakIsEncodedAndSplitsNothing() {
        assertThat(TestTool.called(search(STRING).bind("q", "a\r\nb")).query(), is("q=a%0D%0Ab"));
    }

    @Test
    void anUnpairedSurrogateIsRefused() {
        assertThat(TestTool.refused(search(STRING).bind("q", "\udc00")), containsString("unpaired surrogate"));
    }

    @Test
    void anArrayRepeatsTheNameOnlyWhereTheSchemaSaysArray() {
        assertThat(search(STRINGS).call("{\"q\":[\"a\",\"b&c\"]}").query(), is("q=a&q=b%26c"));
        assertThat(search(STRINGS).call("{\"q\":[]}").query(), is(""));
        assertThat(search(STRING).refusal("{\"q\":[\"a\",\"b\"]}"), is("Argument 'q' must be a string"));
        assertThat(search(STRINGS).refusal("{\"q\":\"a\"}"), is("Argument 'q' must be an array"));
        assertThat(search(STRINGS).refusal("{\"q\":[\"a\",[\"b\"]]}"), is("Argument 'q[1]' must be a string"));
        assertThat(search(STRINGS).refusal("{\"q\":[null]}"), is("Argument 'q[0]' must be a string"));
    }

    @Test
    void nullIsAnAbsentFieldOnlyWhereTheSchemaAllowsIt() {
        assertThat(
                search("{\"type\":[\"string\",\"null\"]}").call("{\"q\":null}").query(), is(""));
        assertThat(search(STRING).refusal("{\"q\":null}"), is("Argument 'q' must be a string, or be left out"));
    }

    @Test
    void anEndlessNumberIsRefusedInsideAnArrayToo() {
        assertThat(
                search("{\"type\":\"array\",\"items\":{\"type\":\"number\"}}").refusal("{\"q\":[1,1e999999999]}"),
                is("Argument 'q[1]' must be a number of at most 64 digits when written out"));
    }

    @Test
    void aPathAndQueryLongerThanARequestLineIsRefused() {
        assertThat(
                TestTool.refused(search(STRING).bind("q", "x".repeat(8192))),
                is("The arguments make a path and query of more than 8192 characters: send less text"));
        assertThat(
                TestTool.called(search(STRING).bind("q", "x".repeat(8183)))
                        .query()
                        .length(),
                is(8185));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"object\"}",
                "{\"type\":\"null\"}",
                "{\"type\":\"array\"}",
                "{\"type\":\"array\",\"items\":{}}",
                "{\"type\":\"array\",\"items\":{\"type\":\"object\"}}",
                "{\"type\":\"array\",\"items\":{\"type\":[\"string\",\"null\"]}}",
                "{\"type\":\"array\",\"prefixItems\":[{\"type\":\"string\"}],\"items\":{\"type\":\"string\"}}",
                "{\"type\":[\"array\",\"object\"],\"items\":{\"type\":\"string\"}}",
                "false"
            })
    void aSchemaThatAQueryCantCarryIsRefused(String schema) {
        Exception refused = assertThrows(IllegalArgumentException.class, search(schema)::binder);

        assertThat(refused.getMessage(), containsString("parameter 'q': a query field is"));
    }

    private static TestTool search(String schema) {
        return TestTool.of("GET", "/search").with("q", Place.QUERY, false, schema);
    }
}
