/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.change.Interest;
import io.github.samedoor.mcp.wire.Message;
import io.github.samedoor.mcp.wire.RequestId;
import io.github.samedoor.mcp.wire.RpcError;
import java.util.Optional;
import java.util.Set;

/** What a request asks for, whatever the revision calls it. */
public sealed interface Operation {
    /** Whether the server is alive. */
    record Ping() implements Operation {}

    /** Who the server is and what it can do. */
    record Describe() implements Operation {}

    /**
     * The list of tools.
     *
     * @param cursor where the page begins; empty for the first
     */
    record ListTools(Optional<String> cursor) implements Operation {}

    /**
     * A call of a tool.
     *
     * @param name the tool's name, as the client sent it
     * @param arguments its arguments; empty where none were sent
     * @param client what the client says about itself and its wishes
     */
    record CallTool(String name, ObjectNode arguments, ClientContext client) implements Operation {}

    /** The lists beside that of the tools. */
    enum Kind {
        /** Resources with a URI of their own. */
        RESOURCES,
        /** Templates of resources. */
        TEMPLATES,
        /** Prompts. */
        PROMPTS
    }

    /**
     * A list of features.
     *
     * @param kind which one
     * @param cursor where the page begins; empty for the first
     */
    record ListFeatures(Kind kind, Optional<String> cursor) implements Operation {}

    /**
     * What a resource holds.
     *
     * @param uri its URI, as the client sent it
     * @param client what the client says about itself
     */
    record ReadResource(String uri, ClientContext client) implements Operation {}

    /**
     * The messages of a prompt.
     *
     * @param name the prompt's name, as the client sent it
     * @param arguments its arguments, all of them texts
     * @param client what the client says about itself
     */
    record GetPrompt(String name, ObjectNode arguments, ClientContext client) implements Operation {}

    /**
     * What an argument can be completed to.
     *
     * @param prompt whether it is an argument of a prompt, rather than a variable of a template
     * @param owner the prompt's name or the template's URI
     * @param argument its name
     * @param value its beginning
     */
    record Complete(boolean prompt, String owner, String argument, String value) implements Operation {}

    /**
     * That log messages of a level are sent.
     *
     * @param level the least severe level
     * @param session the session that it is for; without one there is nothing to keep it in
     */
    record SetLogLevel(String level, Optional<LegacySession> session) implements Operation {}

    /**
     * A beginning.
     *
     * @param capabilities what the client can be asked for
     */
    record Initialize(Set<String> capabilities) implements Operation {}

    /**
     * A stream of changes.
     *
     * @param request the id of the request
     * @param interest what the client wants to hear of
     */
    record Listen(RequestId request, Interest interest) implements Operation {}

    /**
     * To hear of the updates of a resource, or no longer.
     *
     * @param uri the resource, as the client sent it
     * @param on whether it begins
     * @param session the session whose stream the updates go to
     */
    record Subscribe(String uri, boolean on, Optional<LegacySession> session) implements Operation {}

    /**
     * That a call is not to go on.
     *
     * @param request the id of the call
     * @param session the session that it was made in
     */
    record Cancel(RequestId request, LegacySession session) implements Operation {}

    /**
     * The answer to a question that was asked during a call.
     *
     * @param response the answer
     * @param session the session that it comes from
     */
    record Answered(Message.Response response, LegacySession session) implements Operation {}

    /**
     * Nothing that can be done: the request is wrong in itself.
     *
     * @param error what is wrong
     */
    record Wrong(RpcError error) implements Operation {}
}
