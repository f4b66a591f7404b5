/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.route.Place;
import io.github.samedoor.route.RouteCall;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPlacementTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../secret",
                "..",
                ".",
                "...",
                "../",
                "/..",
                "a/../../b",
                "a/b",
                "/admin",
                "//admin",
                "///admin",
                "....//....//x",
                "..././x",
                "..\\..\\x",
                "..;/x",
                "..;a=b/x",
                "42;jsessionid=A",
                "a;b",
                "%2e%2e",
                "%2e",
                "..%2fx",
                "..%5cx",
                "%252e%252e",
                "%c0%ae",
                "%e0%80%ae",
                "%u002e",
                "..%00",
                "x%00",
                "%0d%0a",
                "\u0000",
                "x\u0000/../y",
                " ../x",
                "42\r\nX-Injected: 1",
                "\uff0e\uff0e",
                "\u2024\u2024",
                "a\uff0fb",
                "\uff3c",
                "\uff05",
                "\u2025",
                "a\u202e",
                "a\u2028",
                "a\u0085",
                "http://127.0.0.1:1/x",
                "42#/../x",
                " ",
                "WEB-INF",
                "meta-inf",
                "web-inf."
            })
    void aValueThatCouldLeaveItsSegmentIsRefusedAndNotRepeated(String value) {
        String message = TestTool.refused(TestTool.note().bind("id", value));

        assertThat(message, startsWith("Argument 'id' "));
        if (value.length() > 3) {
            assertThat(message, not(containsString(value)));
        }
    }

    @Test
    void anEmptyValueIsRefused() {
        assertThat(TestTool.refused(TestTool.note().bind("id", "")), is("Argument 'id' must not be empty"));
    }

    @Test
    void anUnpairedSurrogateIsRefused() {
        assertThat(TestTool.refused(TestTool.note().bind("id", "a\ud800")), containsString("unpaired surrogate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[\"1\"]", "{}", "{\"a\":1}"})
    void onlyAScalarCanBeASegment(String value) {
        assertThat(
                TestTool.note().refusal("{\"id\":" + value + "}"),
                is("Argument 'id' must be a string or an integer or a number or true or false"));
    }

    @Test
    void aMissingSegmentIsRefused() {
        assertThat(TestTool.note().refusal("{}"), is("Argument 'id' is missing"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "42, 42",
                "a b, a%20b",
                "a?b=c, a%3Fb%3Dc",
                "a#b, a%23b",
                "a+b, a%2Bb",
                "a&b, a%26b",
                "x@y:z, x%40y%3Az",
                "*, %2A",
                "A-z_0.9~, A-z_0.9~",
                "..a, ..a",
                "caf\u00e9, caf%C3%A9",
                "\u65e5, %E6%97%A5",
                "\ud83d\ude00, %F0%9F%98%80",
                "\u2215, %E2%88%95"
            })
    void anOrdinaryValueIsEncodedAsOneSegment(String value, String encoded) {
        RouteCall call = TestTool.called(TestTool.note().bind("id", value));

        assertThat(call.path(), is("/user/notes/" + value));
        assertThat(call.encodedPath(), is("/user/notes/" + encoded));
        assertThat(call.query(), is(""));
    }

    @ParameterizedTest
    @CsvSource({
        "42, 42", "-7, -7", "0, 0", "-0, 0", "12345678901234567890123, 12345678901234567890123", "1.5, 1.5",
                "1.50, 1.5",
        "1.0, 1", "1e2, 100", "100.0, 100", "1e-3, 0.001", "-0.0, 0", "true, true", "false, false"
    })
    void aNumberOrBooleanHasOnePlainText(String value, String text) {
        assertThat(TestTool.note().call("{\"id\":" + value + "}").path(), is("/user/notes/" + text));
    }

    @ParameterizedTest
    @CsvSource({"1.50, 1.5", "1.00, 1", "100, 100", "1E+2, 100", "0.000, 0", "-0.00, 0"})
    void aNumberHasOneTextHoweverTheParserKeptIt(String digits, String text) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        arguments.set("id", DecimalNode.valueOf(new BigDecimal(digits)));

        assertThat(TestTool.called(TestTool.note().binder().bind(arguments)).path(), is("/user/notes/" + text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e64", "1e-64", "0.1e-999999999", "-1e999999999"})
    void aNumberThatIsEndlessWhenWrittenOutIsRefused(String value) {
        assertThat(
                TestTool.note().refusal("{\"id\":" + value + "}"),
                is("Argument 'id' must be a number of at most 64 digits when written out"));
    }

    @Test
    void literalsAndValuesAreJoinedInTheOrderOfThePath() {
        RouteCall call = TestTool.of("GET", "/caf\u00e9/{a}/x y/{b}/")
                .with("b", Place.PATH, true, "{\"type\":\"string\"}")
                .with("a", Place.PATH, true, "{\"type\":\"string\"}")
                .call("{\"b\":\"2\",\"a\":\"1\"}");

        assertThat(call.path(), is("/caf\u00e9/1/x y/2/"));
        assertThat(call.encodedPath(), is("/caf%C3%A9/1/x%20y/2/"));
    }

    @Test
    void generatedValuesAreRefusedOrStayExactlyOneSegment() {
        ArgumentBinder binder = TestTool.note().binder();
        Random random = new Random(20261122);
        String alphabet = "ab0./\\;%?#&=+ \u0000\r\n\u00e9\u2024\uff0f\uff0e\u202e\ud83d\ude00*:@~{}";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(6); length >= 0; length--) {
                value.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (binder.bind(JsonNodeFactory.instance.objectNode().put("id", value.toString()))
                    instanceof Binding.Bound bound) {
                String segment = bound.call().encodedPath().substring("/user/notes/".length());
                assertThat(segment, segment.matches("[A-Za-z0-9._~%-]+"), is(true));
                String decoded = URLDecoder.decode(segment, StandardCharsets.UTF_8);
                assertThat(decoded, is(value.toString()));
                assertThat(decoded, decoded.matches("[ .]*|.*[/\\\\;%\\p{Cntrl}].*"), is(false));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "true",
                "{\"type\":\"array\"}",
                "{\"type\":\"object\"}",
                "{\"type\":[\"string\",\"null\"]}",
                "{\"enum\":[\"a\",null]}",
                "{\"type\":\"string\",\"enum\":[1]}",
                "{\"$ref\":\"#/$defs/id\"}"
            })
    void aSchemaThatAllowsMoreThanScalarsCantBeBoundToAPath(String schema) {
        TestTool tool = TestTool.of("GET", "/a/{id}").with("id", Place.PATH, true, schema);

        Exception refused = assertThrows(IllegalArgumentException.class, tool::binder);

        assertThat(refused.getMessage(), containsString("GET /a/{id}: parameter 'id': a path parameter is"));
    }
}
