/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.github.samedoor.audit.AuditEvent;
import io.github.samedoor.audit.AuditLog;
import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.observation.ToolCallEnd;
import io.github.samedoor.observation.ToolCallObservation;
import io.github.samedoor.observation.ToolCallObserver;
import io.github.samedoor.observation.ToolCallStart;
import io.github.samedoor.observation.TraceContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFilterTest {
    private final BlockingQueue<AuditEvent> events = new LinkedBlockingQueue<>();

    @TempDir
    Path webapp;

    @Test
    void aGrantedRequestIsKeptWithItsCaller() throws Exception {
        try (TestApp app = app()) {
            String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
            app.http().get("/user/x?secret=1", "Authorization: " + TestApp.ALICE, "traceparent: " + parent);
            AuditEvent event = next();
            assertThat(event.outcome(), is(AuditEvent.Outcome.GRANTED));
            assertThat(event.target(), is("GET /user/x"));
            assertThat(event.actor().id(), is(Optional.of("1")));
            assertThat(event.actor().tenant().isPresent(), is(true));
            assertThat(event.actor().address(), is("127.0.0.1"));
            assertThat(event.details().get("status"), is("200"));
            assertThat(event.details().get("traceparent"), is(parent));
            assertThat(event.toString(), not(containsString("user-token")));
        }
    }

    @Test
    void everyRefusalIsKeptOnceWithItsReason() throws Exception {
        try (TestApp app = app()) {
            app.http().get("/user/x");
            assertThat(next().reason(), is("No authorization header"));
            app.http().get("/user/x", "Authorization: Bearer nope");
            assertThat(next().reason(), is("Invalid token"));
            app.http().get("/admin/x", "Authorization: " + TestApp.ALICE);
            AuditEvent forbidden = next();
            assertThat(forbidden.reason(), is("Requires admin role"));
            assertThat(forbidden.actor().id(), is(Optional.of("1")));
            app.http().get("/user//x");
            assertThat(next().reason(), is("Ambiguous path"));
            assertThat(events, hasSize(0));
        }
    }

    @Test
    void whatTheRouteItselfRefusesOrBreaksIsKeptToo() throws Exception {
        try (TestApp app = app()) {
            String bob = "Authorization: " + TestApp.BOB;
            app.http().get("/user/forbidden", bob);
            assertThat(next().outcome(), is(AuditEvent.Outcome.DENIED));
            app.http().get("/user/broken", bob);
            AuditEvent failed = next();
            assertThat(failed.outcome(), is(AuditEvent.Outcome.FAILED));
            assertThat(failed.details().get("status"), is("500"));
        }
    }

    @Test
    void anInnerDispatchBelongsToTheOneEventOfItsRequest() throws Exception {
        try (TestApp app = app()) {
            app.http().get("/user/forward", "Authorization: " + TestApp.ALICE);
            AuditEvent event = next();
            assertThat(event.target(), is("GET /user/forward"));
            assertThat(event.reason(), is("Requires admin role"));
            assertThat(events, hasSize(0));
        }
    }

    @Test
    void anAsynchronousRequestIsKeptAtItsEnd() throws Exception {
        try (TestApp app = app()) {
            app.http().get("/user/async", "Authorization: " + TestApp.ALICE);
            AuditEvent event = next();
            assertThat(event.target(), is("GET /user/async"));
            assertThat(event.details().get("status"), is("202"));
        }
    }

    @Test
    void aDenialThatCanNotBeKeptIsStillADenial() throws Exception {
        try (TestApp app = broken(() -> {})) {
            Http.Answer answer = app.http().get("/admin/x");
            assertThat(answer.status(), is(401));
            assertThat(answer.body(), not(containsString("CANARY")));
        }
    }

    @Test
    void whatIsNotOpenToEverybodyIsRefusedWhileNothingCanBeKept() throws Exception {
        try (TestApp app = broken(AuditFilterTest::full)) {
            Http.Answer refused = app.http().get("/admin/x", "Authorization: " + TestApp.BOB);
            assertThat(refused.status(), is(503));
            assertThat(refused.body(), not(containsString("CANARY")));
            assertThat(refused.first("Retry-After").isPresent(), is(true));
            assertThat(app.http().get("/public/x").body(), is("CANARY"));
        }
    }

    @Test
    void aFileIsWrittenAndContinueLetsCallsGoOnWithoutIt() throws Exception {
        Path folder = Files.createDirectory(webapp.resolve("logs"));
        Path file = folder.resolve("audit.log");
        try (TestApp app = TestApp.withDemoIdentity(webapp)
                .contextParam("samedoor.audit-file", file.toString())
                .contextParam("samedoor.audit-chain", "true")
                .filter(AuditFilter.class, "/*", Map.of("when-audit-fails", "continue"))
                .filter(AuthenticationFilter.class, "/*", Map.of())
                .route("/*", (request, response) -> response.getWriter().print("in"))
                .start()) {
            app.http().get("/one", "Authorization: " + TestApp.ALICE);
            Files.move(folder, webapp.resolve("away"));
            assertThat(app.http().get("/two", "Authorization: " + TestApp.ALICE).body(), is("in"));
            Files.move(webapp.resolve("away"), folder);
            app.http().get("/three", "Authorization: " + TestApp.ALICE);
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines, hasSize(3));
        assertThat(lines.get(1), containsString("\"target\":\"GET /two\""));
        assertThat(lines.get(2), containsString("\"chain\":"));
    }

    @Test
    void aWrongSettingStopsTheStartAndSaysTheMend() throws Exception {
        assertThat(
                StartFailure.of(new TestApp(webapp)
                        .contextParam("samedoor.audit-file", "audit.log")
                        .filter(AuditFilter.class, "/*", Map.of())),
                containsString("write an absolute path"));
        assertThat(
                StartFailure.of(new TestApp(webapp)
                        .contextParam("samedoor.audit-chain", "true")
                        .filter(AuditFilter.class, "/*", Map.of())),
                containsString("name it by the context-param 'samedoor.audit-file'"));
        assertThat(
                StartFailure.of(
                        new TestApp(webapp).filter(AuditFilter.class, "/*", Map.of("when-audit-fails", "maybe"))),
                containsString("'when-audit-fails' is one of deny, continue"));
    }

    @Test
    void whatARequestAsksForWithinItselfSharesItsCorrelation() throws Exception {
        AuditFilter filter = new AuditFilter(events::add, Clock.systemUTC());
        try (TestApp app = TestApp.withDemoIdentity(webapp)
                .filter(filter, "/*")
                .route("/outer", (request, response) -> toolCall(request).end(ToolCallEnd.answered(403)))
                .start()) {
            app.http().get("/outer");
            AuditEvent call = next();
            AuditEvent around = next();
            assertThat(call.action(), is(AuditEvent.Action.TOOL_CALL));
            assertThat(call.outcome(), is(AuditEvent.Outcome.DENIED));
            assertThat(call.target(), is("no_such_tool"));
            assertThat(call.details().get("way"), is("mcp"));
            assertThat(call.details().containsKey("arguments"), is(false));
            assertThat(call.details().get("correlation"), is(around.details().get("correlation")));
            app.http().get("/outer");
            assertThat(
                    next().details().get("correlation"), is(not(call.details().get("correlation"))));
        }
    }

    private static ToolCallObservation toolCall(HttpServletRequest request) {
        return ((ToolCallObserver) request.getServletContext().getAttribute(AuditedToolCalls.ATTRIBUTE))
                .begin(new ToolCallStart(
                        ToolCallStart.Way.MCP,
                        "no_such_tool",
                        Optional.empty(),
                        Optional.empty(),
                        "127.0.0.1",
                        TraceContext.none(),
                        () -> "{}"));
    }

    private static void full() {
        throw new StoreUnavailableException("The audit", new IOException("full"));
    }

    private TestApp broken(Runnable check) throws Exception {
        AuditLog log = new AuditLog() {
            @Override
            public void append(AuditEvent event) {
                full();
            }

            @Override
            public void check() {
                check.run();
            }
        };
        return TestApp.withDemoIdentity(webapp)
                .filter(new AuditFilter(log, Clock.systemUTC()), "/*")
                .filter(AuthenticationFilter.class, "/*", Map.of())
                .filter(RoleFilter.class, "/*", Map.of("rules", "* /admin/* admin\n* /public/* open"))
                .route("/*", (request, response) -> response.getWriter().print("CANARY"))
                .start();
    }

    private AuditEvent next() throws InterruptedException {
        AuditEvent event = events.poll(10, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("No event was kept");
        }
        return event;
    }

    private TestApp app() throws Exception {
        DispatcherType[] all = DispatcherType.values();
        return TestApp.withDemoIdentity(webapp)
                .filter(new AuditFilter(events::add, Clock.systemUTC()), "/*", all)
                .filter(AuthenticationFilter.class, "/*", Map.of("invalid-credential", "anonymous"), all)
                .filter(RoleFilter.class, "/*", Map.of("rules", "* /user/* authenticated\n* /admin/* admin"), all)
                .route("/*", (request, response) -> response.getWriter().print("in"))
                .route("/user/forbidden", (request, response) -> response.setStatus(403))
                .route("/user/broken", (request, response) -> {
                    throw new IllegalStateException("broken");
                })
                .route(
                        "/user/forward",
                        (request, response) ->
                                request.getRequestDispatcher("/admin/x").forward(request, response))
                .route("/user/async", (request, response) -> {
                    var async = request.startAsync();
                    async.start(() -> {
                        response.setStatus(202);
                        async.complete();
                    });
                })
                .start();
    }
}
