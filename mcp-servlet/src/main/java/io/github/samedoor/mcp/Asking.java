/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.ToolCall.Input;
import io.github.samedoor.mcp.result.Answer;
import java.util.Optional;

/** The way in which a client is asked for input during a call: that differs between the revisions. */
interface Asking {
    /** Tells whether the client can be asked for something at all. */
    boolean canAsk(Input input);

    /** Asks, or finds the answer that there is already; for a client that can be asked. */
    Optional<String> ask(String key, Input input, ObjectNode params);

    /** Returns what the call comes to in place of the route's answer, if input is missing. */
    Optional<Answer> unfinished();
}
