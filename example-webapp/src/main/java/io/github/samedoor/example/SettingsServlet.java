/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code PUT /user/settings}: keeps the caller's settings in place of those before. */
public final class SettingsServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    @Override
    List<String> methods(HttpServletRequest request) {
        return List.of("PUT");
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode settings = JsonBody.read(request, "settings").object("settings");
        CurrentCaller caller = CurrentCaller.of(request);
        services().settings().keep(caller.owner(), settings);
        ObjectNode answer = Json.object().put("message", "Settings updated").put("userId", caller.userId());
        answer.set("settings", services().settings().of(caller.owner()));
        Json.ok(response, answer);
    }
}
