/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.revision.Headers;
import io.github.samedoor.mcp.revision.LegacySession;
import io.github.samedoor.mcp.revision.Revision;
import io.github.samedoor.mcp.revision.Revisions;
import io.github.samedoor.mcp.wire.HttpReply;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * GET and DELETE of the earlier revisions: the stream of a session, and its end (MCP 2025-11-25, transports).
 *
 * <p>Without a session there is neither, which the specification has 405 for. What a client missed isn't told again, so
 * {@code Last-Event-ID} is left out of account. Thread-safe.
 */
final class LegacyStreams {
    private final Revisions revisions;
    private final Listening listening;

    LegacyStreams(Revisions revisions, Listening listening) {
        this.revisions = revisions;
        this.listening = listening;
    }

    /** Opens the stream of a session, or answers why there is none. */
    Optional<HttpReply> open(Exchange exchange, Headers headers, Function<String, Optional<LegacySession>> sessions) {
        Access access = access(headers, sessions);
        if (access instanceof Denied denied) {
            return Optional.of(denied.reply());
        }
        if (!exchange.events().isAccepted()) {
            return Optional.of(Problem.of(406, "Send the header Accept: text/event-stream"));
        }
        Granted granted = (Granted) access;
        Answer answer = listening.listen(granted.session(), granted.revision(), exchange);
        if (answer instanceof Answer.Refused refused) {
            return Optional.of(
                    Problem.of(refused.status(), refused.error().message()).with(refused.headers()));
        }
        return answer instanceof Answer.Failed failed
                ? Optional.of(notAllowed(failed.error().message()))
                : Optional.empty();
    }

    /** Ends a session. */
    HttpReply end(Headers headers, Function<String, Optional<LegacySession>> sessions) {
        Access access = access(headers, sessions);
        if (access instanceof Denied denied) {
            return denied.reply();
        }
        listening.end(((Granted) access).session());
        return HttpReply.empty(204);
    }

    private sealed interface Access {}

    private record Granted(LegacySession session, Revision revision) implements Access {}

    private record Denied(HttpReply reply) implements Access {}

    private Access access(Headers headers, Function<String, Optional<LegacySession>> sessions) {
        List<String> ids = headers.all(Revisions.SESSION);
        Optional<String> spoken = Revisions.header(headers);
        if (ids.isEmpty() || revisions.isNative(spoken)) {
            return new Denied(notAllowed("Use POST here"));
        }
        if (spoken.filter(version -> revisions.legacy(version).isEmpty()).isPresent()) {
            return new Denied(Problem.of(400, "Unsupported protocol version"));
        }
        Optional<LegacySession> session = ids.size() == 1 ? sessions.apply(ids.get(0)) : Optional.empty();
        return session.flatMap(known -> revisions
                        .legacy(spoken.orElse(known.version()))
                        .<Access>map(revision -> new Granted(known, revision)))
                .orElseGet(() ->
                        new Denied(Problem.of(404, "There is no such session of yours: begin one with initialize")));
    }

    private static HttpReply notAllowed(String why) {
        return Problem.of(405, why).with("Allow", "POST");
    }
}
