/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.binding.Binding;
import io.github.samedoor.mcp.change.Change;
import io.github.samedoor.mcp.door.Door;
import io.github.samedoor.mcp.door.Passage;
import io.github.samedoor.mcp.feature.Features;
import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.result.InvokeMapper;
import io.github.samedoor.mcp.result.Result;
import io.github.samedoor.mcp.result.ResultMapper;
import io.github.samedoor.mcp.revision.Conversation;
import io.github.samedoor.mcp.revision.Headers;
import io.github.samedoor.mcp.revision.Offer;
import io.github.samedoor.mcp.revision.Operation;
import io.github.samedoor.mcp.revision.Revision;
import io.github.samedoor.mcp.revision.Revisions;
import io.github.samedoor.mcp.settings.EndpointSettings;
import io.github.samedoor.mcp.stream.Streams;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.HttpReply;
import io.github.samedoor.mcp.wire.Message;
import io.github.samedoor.mcp.wire.MessageReader;
import io.github.samedoor.route.PathText;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolCatalog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.Optional;

/**
 * The way of a call.
 *
 * <p>Thread-safe.
 */
final class McpEndpoint {
    private final MessageReader wire;
    private final Revisions revisions;
    private final Toolbox tools;
    private final Door door;
    private final ResultMapper results;
    private final InvokeMapper invokeResults;
    private final ToolListing listing;
    private final ToolCalls calls;
    private final FeatureAnswers features;
    private final ToolVisibility visibility;
    private final SessionAnswers sessions;
    private final Streams streams;
    private final LegacyStreams legacyStreams;
    private final Observers observers;

    /**
     * Makes an endpoint.
     *
     * @throws IllegalArgumentException if the schema of a tool can't be used; the message names the tool
     */
    McpEndpoint(
            EndpointSettings settings,
            ToolCatalog catalog,
            Features offered,
            Door door,
            ToolVisibility visibility,
            Observers observers,
            SealedState seals) {
        this.wire = new MessageReader(settings.limits());
        this.tools = new Toolbox(catalog);
        this.revisions = new Revisions(
                settings.server()
                        .offering(new Offer(
                                !offered.resources().isEmpty(),
                                !offered.prompts().isEmpty(),
                                offered.hasCompletions())),
                tools.headerAgreement());
        this.door = door;
        this.observers = observers;
        this.results = new ResultMapper(settings.resourceMetadata(), settings.loginPages());
        this.invokeResults = new InvokeMapper(settings.resourceMetadata());
        this.visibility = settings.listsAll() ? (tool, caller) -> true : visibility;
        SessionMemory memory = new SessionMemory();
        this.calls = new ToolCalls(seals, memory, settings.door().timeout());
        this.features = new FeatureAnswers(offered, door, calls, results, !settings.listsAll());
        OfferWatch watch = new OfferWatch(tools, door);
        this.streams = new Streams(settings.streams(), Clock.systemUTC(), () -> look(watch));
        Listening listening = new Listening(streams, memory, features, offered.lists());
        this.sessions = new SessionAnswers(new LegacySessions(seals), memory, calls, listening);
        this.legacyStreams = new LegacyStreams(revisions, listening);
        this.listing = new ToolListing(tools, revisions.all(), settings.pageSize(), !settings.listsAll());
    }

    /** {@code POST <path>}: a message of MCP. */
    void message(HttpServletRequest http, HttpServletResponse response) throws IOException {
        Exchange exchange = Exchange.of(http, response);
        Message message = wire.read(http); // wire
        Conversation conversation = revisions.open(message, headers(http), id -> sessions.find(id, http)); // revision
        Optional<HttpReply> reply = conversation.hold(operation -> {
            if (!(operation instanceof Operation.CallTool call)) {
                return other(operation, conversation.revision(), exchange);
            }
            Optional<Toolbox.Entry> tool = tools.byName(call.name()); // catalogue
            ObservedCall observed = observers.byMcp(
                    http, call.name(), tool, call.arguments(), call.client().trace());
            if (tool.isEmpty()) {
                return observed.rejected(
                        404, "unknown-tool", Answer.failed(Fault.INVALID_PARAMS, unknown(call.name())));
            }
            Binding binding = tool.get().binder().bind(call.arguments()); // binding
            if (!(binding instanceof Binding.Bound bound)) {
                return observed.rejected(
                        400, "bad-arguments", results.badArguments(((Binding.Refused) binding).message()));
            }
            Optional<LiveToolCall> live =
                    calls.begin("tools/call " + call.name(), call.arguments(), call.client(), exchange);
            if (live.isEmpty()) {
                return observed.rejected(400, "bad-state", ToolCalls.forged());
            }
            Passage passage = observed.passing(() -> calls.during(
                    live.get(),
                    exchange,
                    underWay -> door.pass(
                            tool.get().tool(), observed.traced(bound.call()), http, response, underWay))); // door
            return calls.settle(live.get(), passage, results.map(passage, bound.call())); // result
        });
        if (reply.isPresent()) { // wire
            exchange.events().end(reply.get());
        } else if (!http.isAsyncStarted()) {
            exchange.events().endWithout();
        }
    }

    /** {@code GET <path>}: the stream of a session of the earlier revisions. */
    void listen(HttpServletRequest http, HttpServletResponse response) throws IOException {
        Optional<HttpReply> reply =
                legacyStreams.open(Exchange.of(http, response), headers(http), id -> sessions.find(id, http));
        if (reply.isPresent()) {
            reply.get().send(response);
        }
    }

    /** {@code DELETE <path>}: the end of a session of the earlier revisions. */
    HttpReply endSession(HttpServletRequest http) {
        return legacyStreams.end(headers(http), id -> sessions.find(id, http));
    }

    /** Tells the clients that listen that something changed. */
    void changed(Change change) {
        streams.tell(change);
    }

    private void look(OfferWatch watch) {
        if (watch.look()) {
            changed(new Change.ListChanged(Change.Listed.TOOLS));
        }
    }

    /** Ends the streams, each in the words of its revision. */
    void close() {
        streams.close();
    }

    private static Headers headers(HttpServletRequest http) {
        return name -> Collections.list(http.getHeaders(name));
    }

    /** {@code POST <path>/invoke}: the same way with another wire and another result. */
    HttpReply invoke(HttpServletRequest http, HttpServletResponse response) throws IOException {
        InvokeRequest request = InvokeRequest.of(wire.readJson(http, true)); // wire
        if (!(request instanceof InvokeRequest.Call call)) {
            InvokeRequest.Wrong wrong = (InvokeRequest.Wrong) request;
            return invokeResults.error(wrong.status(), wrong.message());
        }
        Optional<Toolbox.Entry> tool = tools.byRouteName(call.toolName()); // catalogue
        ObservedCall observed = observers.byInvoke(http, call.toolName(), tool, call.arguments());
        if (tool.isEmpty()) {
            return observed.rejected(404, "unknown-tool", invokeResults.error(404, unknown(call.toolName())));
        }
        if (!MessageReader.isJson(http) && !tool.get().tool().route().isSafe()) {
            String mend = "Send the header Content-Type: application/json to a tool that changes something";
            return observed.rejected(415, "not-json", invokeResults.error(415, mend));
        }
        Binding binding = tool.get().binder().bind(call.arguments()); // binding
        if (!(binding instanceof Binding.Bound bound)) {
            return observed.rejected(
                    400, "bad-arguments", invokeResults.error(400, ((Binding.Refused) binding).message()));
        }
        Passage passage = observed.passing(
                () -> door.pass(tool.get().tool(), observed.traced(bound.call()), http, response)); // door
        return invokeResults.map(passage); // result
    }

    /** {@code GET <path>/tools}: the tools with their routes. */
    HttpReply routes(HttpServletRequest http) {
        return listing.routes(tool -> isVisible(tool, http));
    }

    private Answer other(Operation operation, Revision revision, Exchange exchange) {
        if (operation instanceof Operation.ListTools list) {
            return listing.page(revision, list.cursor(), tool -> isVisible(tool, exchange.http()));
        }
        if (operation instanceof Operation.ListFeatures list) {
            return features.list(list, revision, tool -> isVisible(tool, exchange.http()));
        }
        if (operation instanceof Operation.ReadResource read) {
            return features.read(read, exchange);
        }
        if (operation instanceof Operation.GetPrompt get) {
            return features.get(get, exchange);
        }
        if (operation instanceof Operation.Complete complete) {
            return features.complete(complete, tool -> isVisible(tool, exchange.http()));
        }
        return operation instanceof Operation.Describe
                ? new Answer.Done(new Result.About())
                : sessions.answer(operation, revision, exchange);
    }

    private boolean isVisible(Tool tool, HttpServletRequest http) {
        return door.offers(tool) && visibility.shows(tool, http);
    }

    private static String unknown(String name) {
        return "Unknown tool: " + PathText.printable(name);
    }
}
