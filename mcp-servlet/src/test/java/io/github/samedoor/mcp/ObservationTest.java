/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.mcp.door.Passage;
import io.github.samedoor.observation.ToolCallEnd;
import io.github.samedoor.observation.ToolCallEnd.Outcome;
import io.github.samedoor.observation.ToolCallObservation;
import io.github.samedoor.observation.ToolCallObserver;
import io.github.samedoor.observation.ToolCallStart;
import io.github.samedoor.observation.TraceContext;
import io.github.samedoor.route.HeaderField;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every tool call is told to those who watch, however it ends. */
class ObservationTest {
    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String SPAN = "00-4bf92f3577b34da6a3ce929d0e0e4736-1111111111111111-01";

    @TempDir
    Path directory;

    private final MemoryDoor door = new MemoryDoor();
    private final Deque<ToolCallStart> starts = new ArrayDeque<>();
    private final Deque<ToolCallEnd> ends = new ArrayDeque<>();
    private TraceContext span = TraceContext.none();
    private TestEndpoint endpoint;

    @BeforeEach
    void start() throws Exception {
        door.answers("GET_/user/profile", 200, "{}").answers("GET_/user/notes/{id}", 403, "{}");
        endpoint = TestEndpoint.start(directory, door, Tools.FILE, Map.of(), context -> {
            context.setAttribute("a broken observer", (ToolCallObserver) start -> {
                throw new IllegalStateException("broken");
            });
            context.setAttribute("the test", (ToolCallObserver) start -> {
                starts.add(start);
                return new ToolCallObservation() {
                    @Override
                    public TraceContext trace() {
                        return span;
                    }

                    @Override
                    public void end(ToolCallEnd end) {
                        ends.add(end);
                    }
                };
            });
        });
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void aCallThatIsAnsweredIsToldWithItsToolAndStatus() throws Exception {
        assertThat(endpoint.call("get_user_profile", "{}").statusCode(), is(200));
        ToolCallStart start = starts.remove();
        assertThat(start.way(), is(ToolCallStart.Way.MCP));
        assertThat(start.tool().orElseThrow().routeName(), is("GET_/user/profile"));
        assertThat(start.peer(), is("127.0.0.1"));
        assertThat(ends.remove(), is(new ToolCallEnd(Outcome.ANSWERED, 200, "")));
    }

    @Test
    void aGuardsRefusalIsToldAsOne() throws Exception {
        endpoint.call("get_user_notes_by_id", "{\"id\":7}");
        assertThat(ends.remove(), is(new ToolCallEnd(Outcome.REFUSED, 403, "")));
    }

    @Test
    void callsThatNeverReachARouteAreToldToo() throws Exception {
        endpoint.call("no_such_tool", "{\"secret\":\"x\"}");
        assertThat(ends.remove(), is(new ToolCallEnd(Outcome.REJECTED, 404, "unknown-tool")));
        assertThat(starts.peek().tool(), is(Optional.empty()));
        assertThat(starts.remove().arguments().get(), is("{\"secret\":\"***\"}"));
        endpoint.call("get_user_notes_by_id", "{\"id\":\"..\"}");
        assertThat(ends.remove(), is(new ToolCallEnd(Outcome.REJECTED, 400, "bad-arguments")));
        endpoint.post("/invoke", "{\"toolName\":\"GET_/nothing\",\"args\":{}}");
        assertThat(ends.remove(), is(new ToolCallEnd(Outcome.REJECTED, 404, "unknown-tool")));
        assertThat(starts.peekLast().way(), is(ToolCallStart.Way.INVOKE));
    }

    @Test
    void whatTheDoorRefusesOrCanNotProveIsToldWithItsReason() throws Exception {
        for (Passage.Reason reason : Passage.Reason.values()) {
            door.gives("GET_/user/profile", new Passage.Refused(reason, "no"));
            endpoint.call("get_user_profile", "{}");
            ToolCallEnd end = ends.remove();
            assertThat(end.reason(), is(reason.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            assertThat(end.status(), is(reason.status()));
            assertThat(end.outcome() == Outcome.ANSWERED, is(false));
        }
    }

    @Test
    void theRouteIsInTheTraceThatTheClientsMetadataDeclares() throws Exception {
        withTrace(PARENT, "");
        assertThat(door.calls().get(0).headers().first("traceparent"), is(Optional.of(PARENT)));
        assertThat(door.calls().get(0).headers().first("tracestate"), is(Optional.of("a=b")));
        assertThat(starts.remove().trace().traceparent(), is(Optional.of(PARENT)));
    }

    @Test
    void anObserversSpanComesBetweenTheClientAndTheRoute() throws Exception {
        span = TraceContext.of(Optional.of(SPAN), Optional.empty());
        withTrace(PARENT, "");
        assertThat(door.calls().get(0).headers().all("traceparent"), is(List.of(SPAN)));
    }

    @Test
    void aMalformedTraceBecomesNoHeader() throws Exception {
        withTrace("00-x\\r\\nEvil: 1", "");
        assertThat(door.calls().get(0).headers().first("traceparent"), is(Optional.empty()));
        assertThat(starts.remove().trace(), is(TraceContext.none()));
    }

    @Test
    void aRoutesLimitKeepsItsStatusAndTheTimeToComeAgain() throws Exception {
        HeaderField wait = new HeaderField("Retry-After", "17");
        HeaderField left = new HeaderField("RateLimit", "\"caller\";r=0;t=17");
        door.answers("GET_/user/profile", 429, "{\"error\":\"Too many requests\"}", wait, left);
        for (HttpResponse<String> response : List.of(
                endpoint.call("get_user_profile", "{}"),
                endpoint.legacy("2025-11-25", "tools/call", "{\"name\":\"get_user_profile\",\"arguments\":{}}"),
                endpoint.post("/invoke", "{\"toolName\":\"GET_/user/profile\",\"args\":{}}"))) {
            assertThat(response.statusCode(), is(429));
            assertThat(response.headers().firstValue("Retry-After"), is(Optional.of("17")));
            assertThat(response.headers().allValues("RateLimit"), is(List.of("\"caller\";r=0;t=17")));
            assertThat(response.body(), containsString("Too many requests"));
            assertThat(ends.remove().outcome(), is(Outcome.REFUSED));
        }
    }

    private void withTrace(String parent, String more) throws Exception {
        String body = TestEndpoint.modernBody("tools/call", "\"name\":\"get_user_profile\",\"arguments\":{}," + more)
                .replace("\"_meta\":{", "\"_meta\":{\"traceparent\":\"" + parent + "\",\"tracestate\":\"a=b\",");
        endpoint.post(
                "",
                body,
                "MCP-Protocol-Version",
                "2026-07-28",
                "Mcp-Method",
                "tools/call",
                "Mcp-Name",
                "get_user_profile");
    }
}
