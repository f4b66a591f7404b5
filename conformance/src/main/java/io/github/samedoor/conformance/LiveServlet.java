/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.conformance;

import io.github.samedoor.mcp.McpChanges;
import io.github.samedoor.mcp.ToolCall;
import io.github.samedoor.mcp.ToolCall.Input;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Fixtures that ask a client of the earlier revisions while they run, or tell of changes. */
final class LiveServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String DEFAULTS = """
            {"name": {"type": "string", "default": "John Doe"},
             "age": {"type": "integer", "default": 30},
             "score": {"type": "number", "default": 95.5},
             "status": {"type": "string", "enum": ["active", "inactive", "pending"], "default": "active"},
             "verified": {"type": "boolean", "default": true}}""";
    private static final String ENUMS = """
            {"untitledSingle": {"type": "string", "enum": ["option1", "option2", "option3"]},
             "titledSingle": {"type": "string", "oneOf": [{"const": "value1", "title": "First Option"},
               {"const": "value2", "title": "Second Option"}, {"const": "value3", "title": "Third Option"}]},
             "legacyEnum": {"type": "string", "enum": ["opt1", "opt2", "opt3"],
               "enumNames": ["Option One", "Option Two", "Option Three"]},
             "untitledMulti": {"type": "array", "items": {"type": "string", "enum": ["option1", "option2", "option3"]}},
             "titledMulti": {"type": "array", "items": {"anyOf": [{"const": "value1", "title": "First Choice"},
               {"const": "value2", "title": "Second Choice"}, {"const": "value3", "title": "Third Choice"}]}}}""";
    private static final String USER = """
            {"username": {"type": "string", "description": "User's response"},
             "email": {"type": "string", "description": "User's email address"}}""";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ToolCall call = ToolCall.of(request).orElseThrow(() -> new ServletException("Call this as a tool"));
        response.setContentType("text/plain");
        response.getWriter().write(answer(request, call));
    }

    private static String answer(HttpServletRequest request, ToolCall call) {
        McpChanges changes = McpChanges.of(request.getServletContext());
        return switch (request.getPathInfo()) {
            case "/sample" ->
                "LLM response: "
                        + call.ask("llm", Input.SAMPLING, sample(request.getParameter("prompt")))
                                .orElse("");
            case "/elicit" -> "User response: " + ask(call, request.getParameter("message"), USER);
            case "/elicit-defaults" -> "Elicitation completed: " + ask(call, "Check these", DEFAULTS);
            case "/elicit-enums" -> "Elicitation completed: " + ask(call, "Choose", ENUMS);
            case "/tools-changed" -> {
                changes.toolsChanged();
                yield "Told";
            }
            case "/prompts-changed" -> {
                changes.promptsChanged();
                yield "Told";
            }
            default -> "";
        };
    }

    private static String ask(ToolCall call, String message, String properties) {
        String form = "{\"message\":" + quoted(message) + ",\"requestedSchema\":{\"type\":\"object\",\"properties\":"
                + properties + "}}";
        return call.ask("form", Input.ELICITATION, form).orElse("");
    }

    private static String sample(String prompt) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":{\"type\":\"text\",\"text\":" + quoted(prompt)
                + "}}],\"maxTokens\":100}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
