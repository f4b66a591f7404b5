/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.route.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyPlacementTest {
    private static final TestTool NOTE = TestTool.of("PUT", "/notes/{id}")
            .with("id", Place.PATH, true, "{\"type\":\"integer\"}")
            .with("title", Place.BODY, false, "{\"type\":[\"string\",\"null\"]}")
            .with("extra", Place.BODY, false, "{}");

    private static final TestTool WHOLE = TestTool.of("POST", "/notes").with("notes", Place.WHOLE_BODY, false, "{}");

    @Test
    void theBodyHoldsTheBodyParametersAndNothingElse() {
        assertThat(NOTE.body("{\"extra\":[1],\"id\":7,\"title\":\"a\"}"), is("{\"title\":\"a\",\"extra\":[1]}"));
        assertThat(NOTE.call("{\"id\":7}").body().contentType(), is("application/json"));
    }

    @Test
    void absentPropertiesAreLeftOutAndNullIsKept() {
        assertThat(NOTE.body("{\"id\":7}"), is("{}"));
        assertThat(NOTE.body("{\"id\":7,\"title\":null}"), is("{\"title\":null}"));
    }

    @Test
    void aToolWithoutBodyParametersSendsNone() {
        assertThat(TestTool.of("DELETE", "/notes").call("{}").body().isPresent(), is(false));
    }

    @Test
    void aWholeBodyIsTheArgumentItself() {
        assertThat(WHOLE.body("{\"notes\":[{\"a\":1},2]}"), is("[{\"a\":1},2]"));
        assertThat(WHOLE.body("{\"notes\":null}"), is("null"));
        assertThat(WHOLE.call("{}").body().isPresent(), is(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "123456789012345678901234567890",
                "-9223372036854775809",
                "0.1",
                "3.141592653589793238462643",
                "1E+400",
                "1E-400",
                "100000000000000000000.000000000001"
            })
    void numbersKeepTheirExactValue(String number) {
        assertThat(WHOLE.body("{\"notes\":" + number + "}"), is(number));
    }

    @Test
    void textOutsideAsciiIsEscapedSoThatEveryCharsetReadsIt() {
        assertThat(
                TestTool.called(WHOLE.bind("notes", "\u00e9 \ud83d\ude00 \u2028\u0000\""))
                        .body()
                        .bytes(),
                is("\"\\u00E9 \\uD83D\\uDE00 \\u2028\\u0000\\\"\"".getBytes(US_ASCII)));
    }

    @Test
    void anUnpairedSurrogateIsRefusedAtAnyDepth() {
        List<ObjectNode> values = List.of(
                object().set("a", object().put("b", "x\udc00")),
                object().put("\ud800", 1),
                object().put("a", "\ud800"));
        for (ObjectNode value : values) {
            assertThat(
                    TestTool.refused(WHOLE.binder().bind(object().set("notes", value))),
                    containsString("'notes' holds an unpaired surrogate"));
        }
        assertThat(WHOLE.refusal("{\"notes\":[1,\"\\ud800\"]}"), containsString("'notes' holds an unpaired surrogate"));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
