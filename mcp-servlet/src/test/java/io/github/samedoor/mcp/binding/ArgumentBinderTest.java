/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.route.Place;
import io.github.samedoor.route.Route;
import io.github.samedoor.route.RouteCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentBinderTest {
    private static final TestTool USERS = TestTool.of("GET", "/admin/users");
    private static final String STRING = "{\"type\":\"string\"}";

    @Test
    void aCallIsTheRouteAndNothingThatNobodyAskedFor() {
        RouteCall call = USERS.call("{}");

        assertThat(call.route(), is(Route.of("GET", "/admin/users")));
        assertThat(call.path(), is("/admin/users"));
        assertThat(call.encodedPath(), is("/admin/users"));
        assertThat(call.query(), is(""));
        assertThat(call.headers().fields(), is(empty()));
        assertThat(call.body().isPresent(), is(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"authorization\":\"Bearer other\"}",
                "{\"header\":{\"authorization\":\"Bearer other\"}}",
                "{\"cookie\":\"SESSION=x\"}",
                "{\"Host\":\"evil.example\"}",
                "{\"_method\":\"DELETE\"}",
                "{\"roles\":[\"admin\"]}",
                "{\"access_token\":\"other\"}",
                "{\"X-Forwarded-For\":\"127.0.0.1\"}",
                "{\"path\":\"/other\"}",
                "{\"__proto__\":{}}",
                "{\"_meta\":{}}",
                "{\"\":1}"
            })
    void anUndeclaredArgumentIsRefused(String arguments) {
        assertThat(USERS.refusal(arguments), endsWith(": this tool takes none"));
    }

    @Test
    void anUndeclaredArgumentIsRefusedBesideDeclaredOnes() {
        assertThat(
                TestTool.of("PUT", "/settings")
                        .with("settings", Place.BODY, true, "{\"type\":\"object\"}")
                        .refusal("{\"settings\":{},\"role\":\"admin\"}"),
                is("There is no argument 'role': this tool takes 'settings'"));
    }

    @Test
    void namesAreComparedExactly() {
        TestTool tool = TestTool.of("GET", "/a").with("id", Place.QUERY, false, STRING);

        assertThat(tool.refusal("{\"ID\":\"1\"}"), containsString("There is no argument 'ID'"));
        assertThat(tool.refusal("{\"id \":\"1\"}"), containsString("There is no argument with characters other than"));
        assertThat(tool.refusal("{\"id&role\":\"admin\"}"), not(containsString("role")));
        assertThat(tool.refusal("{\"\\u0131d\":\"1\"}"), containsString("There is no argument with characters other"));
    }

    @Test
    void aMadeUpNameIsNotRepeatedUnlessItIsPlain() {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        arguments.put("a\r\nX-Injected: 1", 1).put("<script>", 2).put("x".repeat(200_000), 3);

        String message = TestTool.refused(USERS.binder().bind(arguments));

        assertThat(message, not(containsString("X-Injected")));
        assertThat(message, not(containsString("<script>")));
        assertThat(message.length(), lessThan(500));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        String message = TestTool.of("PUT", "/notes/{id}")
                .with("id", Place.PATH, true, "{\"type\":\"integer\"}")
                .with("title", Place.BODY, true, STRING)
                .with("text", Place.BODY, true, STRING)
                .refusal("{\"id\":\"x\",\"title\":1,\"note\":2}");

        assertThat(
                message,
                is(
                        "There is no argument 'note': this tool takes 'id', 'title', 'text'; Argument 'id' must be an integer;"
                                + " Argument 'title' must be a string; Argument 'text' is missing"));
    }

    @Test
    void aMessageStaysShortWhateverIsSent() {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 1000; i++) {
            arguments.put("a" + i, i);
        }

        String message = TestTool.refused(USERS.binder().bind(arguments));

        assertThat(message, endsWith("; and 992 more"));
        assertThat(message.length(), lessThan(1000));
    }

    @Test
    void theArgumentsAreLeftAsTheyWere() {
        ObjectNode arguments = (ObjectNode) TestTool.json("{\"a\":{\"b\":[1]}}");

        TestTool.called(TestTool.of("POST", "/a")
                .with("a", Place.BODY, true, "{}")
                .binder()
                .bind(arguments));

        assertThat(arguments, is(TestTool.json("{\"a\":{\"b\":[1]}}")));
    }

    @Test
    void aSchemaThatIsntJsonIsRefusedAtStart() {
        TestTool tool = TestTool.of("POST", "/a").with("a", Place.BODY, true, "{");

        Exception refused = assertThrows(IllegalArgumentException.class, tool::binder);

        assertThat(refused.getMessage(), is("POST /a: parameter 'a': its schema isn't JSON"));
    }
}
