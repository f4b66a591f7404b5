/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.ToolCall.Input;
import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.result.Result;
import io.github.samedoor.mcp.revision.ClientContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks by the answer of the call: the client makes it again and gives what was asked for (MCP 2026-07-28, patterns, Multi
 * Round-Trip Requests). Thread-safe.
 */
final class AskingInRounds implements Asking {
    private final ClientContext client;
    private final CallMemory memory;
    private final Map<String, ObjectNode> missing = new LinkedHashMap<>();

    AskingInRounds(ClientContext client, CallMemory memory) {
        this.client = client;
        this.memory = memory;
    }

    @Override
    public boolean canAsk(Input input) {
        return client.capabilities().path(input.capability()).isObject();
    }

    @Override
    public synchronized Optional<String> ask(String key, Input input, ObjectNode params) {
        Optional<String> answer = memory.answer(key, client.inputResponses());
        if (answer.isEmpty()) {
            ObjectNode question = JsonNodeFactory.instance.objectNode().put("method", input.method());
            question.set("params", params);
            missing.put(key, question);
        }
        return answer;
    }

    @Override
    public synchronized Optional<Answer> unfinished() {
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer.Done(new Result.InputRequired(missing, memory.seal())));
    }
}
