/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.door.CallUnderWay;
import io.github.samedoor.mcp.door.Door;
import io.github.samedoor.mcp.door.Passage;
import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import io.github.samedoor.route.RouteAnswer;
import io.github.samedoor.route.RouteCall;
import io.github.samedoor.tool.Tool;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A door that answers from memory and keeps what passed it. */
final class MemoryDoor implements Door {
    private final Map<String, Passage> passages = new ConcurrentHashMap<>();
    private final List<RouteCall> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Consumer<ToolCall>> deeds = new ConcurrentHashMap<>();
    private final List<String> hidden = new CopyOnWriteArrayList<>();

    MemoryDoor answers(String routeName, int status, String contentType, byte[] body, HeaderField... headers) {
        List<HeaderField> fields = new ArrayList<>(List.of(headers));
        if (!contentType.isEmpty()) {
            fields.add(new HeaderField("Content-Type", contentType));
        }
        passages.put(routeName, new Passage.Answered(new RouteAnswer(status, new HeaderFields(fields), body, false)));
        return this;
    }

    MemoryDoor answers(String routeName, int status, String json, HeaderField... headers) {
        return answers(routeName, status, "application/json", json.getBytes(StandardCharsets.UTF_8), headers);
    }

    MemoryDoor gives(String routeName, Passage passage) {
        passages.put(routeName, passage);
        return this;
    }

    MemoryDoor does(String routeName, Consumer<ToolCall> deed) {
        deeds.put(routeName, deed);
        return this;
    }

    MemoryDoor hides(String routeName) {
        hidden.add(routeName);
        return this;
    }

    List<RouteCall> calls() {
        return List.copyOf(calls);
    }

    @Override
    public boolean offers(Tool tool) {
        return !hidden.contains(tool.routeName());
    }

    @Override
    public Passage pass(
            Tool tool, RouteCall call, HttpServletRequest caller, HttpServletResponse response, CallUnderWay underWay) {
        calls.add(call);
        ToolCall.of(caller)
                .ifPresent(
                        live -> deeds.getOrDefault(tool.routeName(), done -> {}).accept(live));
        Passage passage = passages.get(tool.routeName());
        if (passage == null) {
            throw new IllegalStateException("jdbc:secret no answer for " + tool.routeName());
        }
        return passage;
    }
}
