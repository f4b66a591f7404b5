/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import java.util.Optional;

/**
 * One route with sample input, and what it answers to whom.
 *
 * <p>In path, body and arguments {@code NOTE} stands for the id of a note that the caller (or alice, for callers who aren't
 * let in) owns, {@code REFRESH} for a refresh token of alice that wasn't used yet.
 *
 * @param method the method
 * @param path the path with its query
 * @param body the JSON body, empty for none
 * @param access whom it answers
 * @param answer what it answers them, with {@code ID}, {@code NAME}, {@code ROLE} of the caller
 * @param tool how it is called as a tool, if it is one
 */
record RouteCase(String method, String path, String body, Access access, Expected answer, Optional<ToolForm> tool) {
    /**
     * The route as a tool.
     *
     * @param routeName its name for {@code /mcp/invoke}
     * @param mcpName its name over MCP
     * @param arguments its arguments as JSON
     */
    record ToolForm(String routeName, String mcpName, String arguments) {}

    static RouteCase of(String method, String path, String body, Access access, int status, String form) {
        return new RouteCase(method, path, body, access, new Expected(status, form), Optional.empty());
    }

    RouteCase tool(String routeName, String mcpName, String arguments) {
        return new RouteCase(
                method, path, body, access, answer, Optional.of(new ToolForm(routeName, mcpName, arguments)));
    }

    /** Tells what this route answers to a credential. */
    Expected expected(Shown shown) {
        return access.refusal(shown)
                .orElseGet(() -> shown.who()
                        .map(who -> new Expected(answer.status(), who.fill(answer.form())))
                        .orElse(answer));
    }

    boolean mentions(String placeholder) {
        return (path + body).contains(placeholder);
    }

    /** Fills in a placeholder. */
    RouteCase with(String placeholder, String value) {
        return new RouteCase(
                method,
                path.replace(placeholder, value),
                body.replace(placeholder, value),
                access,
                answer,
                tool.map(form -> new ToolForm(
                        form.routeName(), form.mcpName(), form.arguments().replace(placeholder, value))));
    }

    @Override
    public String toString() {
        return method + " " + path + (body.isEmpty() ? "" : " " + body);
    }
}
