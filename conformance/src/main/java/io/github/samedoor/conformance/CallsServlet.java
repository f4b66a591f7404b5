/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.conformance;

import io.github.samedoor.mcp.ToolCall;
import io.github.samedoor.mcp.ToolCall.Input;
import io.github.samedoor.mcp.ToolCall.Level;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Fixtures that do more than answer: they report, log, and ask. */
final class CallsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String ROOTS = "{}";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ToolCall call = ToolCall.of(request).orElseThrow(() -> new ServletException("Call this as a tool"));
        response.setContentType("text/plain");
        response.getWriter().write(answer(request.getPathInfo(), call));
    }

    private static String answer(String path, ToolCall call) {
        return switch (path) {
            case "/logging" -> logging(call);
            case "/progress" -> progress(call);
            case "/log-once" -> {
                call.log(Level.INFO, "fixture", "Logged once");
                yield "Logged";
            }
            case "/missing-capability", "/sampling" ->
                text(call.ask("capital_question", Input.SAMPLING, sample("What is the capital of France?")));
            case "/streaming-elicitation", "/elicitation" -> elicited(call);
            case "/roots" -> "Roots: " + text(call.ask("client_roots", Input.ROOTS, ROOTS));
            case "/request-state" -> state(call);
            case "/multiple" -> multiple(call);
            case "/multi-round" -> rounds(call);
            case "/tampered" -> "Untouched: " + text(confirm(call));
            case "/capabilities" -> byCapability(call);
            case "/prompt" ->
                "Context: " + text(call.ask("user_context", Input.ELICITATION, form("Context?", "context")));
            default -> "";
        };
    }

    private static String logging(ToolCall call) {
        call.log(Level.INFO, "fixture", "Tool execution started");
        call.log(Level.INFO, "fixture", "Tool processing data");
        call.log(Level.INFO, "fixture", "Tool execution completed");
        return "Tool with logging executed";
    }

    private static String progress(ToolCall call) {
        call.progress(0, 100, "");
        call.progress(50, 100, "");
        call.progress(100, 100, "");
        return "Tool with progress executed";
    }

    private static String elicited(ToolCall call) {
        return "Hello, "
                + text(call.ask("user_name", Input.ELICITATION, form("What is your name?", "name")))
                        .replaceAll(".*\"name\":\"([^\"]*)\".*", "$1")
                + "!";
    }

    private static String state(ToolCall call) {
        Optional<String> kept = call.kept();
        call.keep("kept by the route");
        String answer = text(confirm(call));
        return kept.filter("kept by the route"::equals).isPresent() ? "state-ok " + answer : answer;
    }

    private static String multiple(ToolCall call) {
        call.keep("three at once");
        return text(call.ask("user_name", Input.ELICITATION, form("What is your name?", "name")))
                + text(call.ask("greeting", Input.SAMPLING, sample("Generate a greeting")))
                + text(call.ask("client_roots", Input.ROOTS, ROOTS));
    }

    private static String rounds(ToolCall call) {
        Optional<String> first = call.ask("step1", Input.ELICITATION, form("Step 1: What is your name?", "name"));
        return first.isEmpty()
                ? ""
                : first.get()
                        + text(call.ask("step2", Input.ELICITATION, form("Step 2: Your favorite color?", "color")));
    }

    private static String byCapability(ToolCall call) {
        return call.canAsk(Input.ELICITATION)
                ? text(call.ask("user_name", Input.ELICITATION, form("What is your name?", "name")))
                : text(call.ask("capital_question", Input.SAMPLING, sample("What is the capital of France?")));
    }

    private static Optional<String> confirm(ToolCall call) {
        return call.ask(
                "confirm",
                Input.ELICITATION,
                "{\"mode\":\"form\",\"message\":\"Please confirm\","
                        + "\"requestedSchema\":{\"type\":\"object\",\"properties\":{\"ok\":{\"type\":\"boolean\"}},"
                        + "\"required\":[\"ok\"]}}");
    }

    private static String form(String message, String field) {
        return "{\"mode\":\"form\",\"message\":\"" + message + "\",\"requestedSchema\":{\"type\":\"object\","
                + "\"properties\":{\"" + field + "\":{\"type\":\"string\"}},\"required\":[\"" + field + "\"]}}";
    }

    private static String sample(String text) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":{\"type\":\"text\",\"text\":\"" + text
                + "\"}}],\"maxTokens\":100}";
    }

    private static String text(Optional<String> answer) {
        return answer.orElse("");
    }
}
