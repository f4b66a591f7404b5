/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static io.github.samedoor.containertest.example.JsonForm.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.containertest.HttpAnswer;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** How a call reaches a route. */
enum Way {
    DIRECTLY {
        @Override
        Outcome call(ExampleServer server, Shown shown, RouteCase route, String... headers) {
            HttpAnswer answer = server.send(shown, route.method(), route.path(), route.body(), headers);
            boolean picture =
                    answer.header("Content-Type").filter("image/png"::equals).isPresent();
            return new Outcome(answer, answer.status(), picture ? png(answer.body()) : answer.text());
        }
    },
    BY_INVOKE {
        @Override
        Outcome call(ExampleServer server, Shown shown, RouteCase route, String... headers) {
            RouteCase.ToolForm tool = route.tool().orElseThrow();
            HttpAnswer answer = server.send(
                    shown,
                    "POST",
                    "/mcp/invoke",
                    "{\"toolName\":\"" + tool.routeName() + "\",\"args\":" + tool.arguments() + "}",
                    headers);
            return invoked(answer);
        }
    },
    OVER_MCP {
        @Override
        Outcome call(ExampleServer server, Shown shown, RouteCase route, String... headers) {
            RouteCase.ToolForm tool = route.tool().orElseThrow();
            HttpAnswer answer = server.send(
                    shown,
                    "POST",
                    "/mcp",
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool.mcpName()
                            + "\",\"arguments\":" + tool.arguments() + "}}",
                    Stream.concat(
                                    Stream.of(
                                            "MCP-Protocol-Version: 2025-11-25",
                                            "Accept: application/json, text/event-stream"),
                                    Stream.of(headers))
                            .toArray(String[]::new));
            return called(answer);
        }
    };

    /** What a model reads of an answer without a body. */
    private static final String NO_BODY = "Done: the route answered without a body";

    /**
     * What came back.
     *
     * @param http the answer over the wire
     * @param status the route's status, as far as the way tells it
     * @param body the route's body
     */
    record Outcome(HttpAnswer http, int status, String body) {}

    /** Calls a route with a credential and further header lines. */
    abstract Outcome call(ExampleServer server, Shown shown, RouteCase route, String... headers);

    /**
     * Tells what a credential gets before any route is asked.
     *
     * <p>MCP demands a 401 for every credential that isn't good, so that clients know when to ask for a new one.
     */
    Optional<Expected> refusal(Shown shown) {
        boolean refused = this == OVER_MCP && shown.who().isEmpty() && shown != Shown.NOTHING;
        return refused ? Optional.of(shown.refusal()) : Optional.empty();
    }

    /** Tells whether a route can be called this way. */
    boolean reaches(RouteCase route) {
        return this == DIRECTLY || route.tool().isPresent();
    }

    /**
     * Tells with which HTTP status a route's answer comes back.
     *
     * <p>Over MCP only 401 and 403 are statuses of HTTP; other failures are results.
     */
    int httpStatus(Shown shown, Expected expected) {
        boolean asIs = shown.isMalformed() || this != OVER_MCP || expected.status() == 401 || expected.status() == 403;
        return asIs ? expected.status() : 200;
    }

    private static Outcome invoked(HttpAnswer answer) {
        JsonNode envelope = parse(answer.text());
        if (!envelope.has("ok")) {
            return new Outcome(answer, answer.status(), answer.text());
        }
        boolean agrees = envelope.path("status").intValue() == answer.status()
                && envelope.path("ok").booleanValue() == answer.status() < 400;
        if (!agrees) {
            throw new AssertionError("The envelope disagrees with the status: " + answer);
        }
        JsonNode result = envelope.path("result");
        String body =
                result.path("contentType").asText().equals("image/png") ? picture(result.path("base64")) : text(result);
        return new Outcome(answer, answer.status(), body);
    }

    private static Outcome called(HttpAnswer answer) {
        JsonNode message = parse(answer.text());
        JsonNode error = message.path("error");
        if (error.isTextual()) {
            return new Outcome(answer, answer.status(), answer.text());
        }
        if (error.isObject()) {
            return new Outcome(answer, answer.status(), "{\"error\":" + error.path("message") + "}");
        }
        JsonNode content = message.path("result").path("content").path(0);
        String body = content.path("type").asText().equals("image")
                ? picture(content.path("data"))
                : content.path("text").asText();
        return new Outcome(answer, answer.status(), body.equals(NO_BODY) ? "" : body);
    }

    private static String text(JsonNode result) {
        return result.isMissingNode() || result.isNull() ? "" : result.toString();
    }

    private static String picture(JsonNode base64) {
        return png(Base64.getDecoder().decode(base64.asText()));
    }

    private static String png(byte[] bytes) {
        boolean is =
                bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
        return is ? "<png>" : "not a picture";
    }
}
