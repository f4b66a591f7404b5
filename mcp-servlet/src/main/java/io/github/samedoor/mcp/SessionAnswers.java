/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.result.Result;
import io.github.samedoor.mcp.revision.LegacySession;
import io.github.samedoor.mcp.revision.Operation;
import io.github.samedoor.mcp.revision.Revision;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Answers what begins, uses or watches something that outlasts a request. Thread-safe. */
final class SessionAnswers {
    private final LegacySessions sessions;
    private final SessionMemory memory;
    private final ToolCalls calls;
    private final Listening listening;

    SessionAnswers(LegacySessions sessions, SessionMemory memory, ToolCalls calls, Listening listening) {
        this.sessions = sessions;
        this.memory = memory;
        this.calls = calls;
        this.listening = listening;
    }

    /** Finds the session of an id that was given to this caller and isn't over. */
    Optional<LegacySession> find(String id, HttpServletRequest caller) {
        return sessions.find(id, caller).filter(session -> !memory.isEnded(session.key()));
    }

    /** Answers an operation; what isn't about sessions or streams is done by being received, as a ping is. */
    Answer answer(Operation operation, Revision revision, Exchange exchange) {
        if (operation instanceof Operation.Initialize initialize) {
            return new Answer.Done(
                    new Result.Welcome(sessions.begin(revision.version(), initialize.capabilities(), exchange.http())));
        }
        if (operation instanceof Operation.Listen listen) {
            return listening.listen(listen, revision, exchange);
        }
        if (operation instanceof Operation.Subscribe subscribe) {
            return listening.subscribe(subscribe, exchange);
        }
        if (operation instanceof Operation.Cancel cancel) {
            calls.cancel(cancel);
        } else if (operation instanceof Operation.Answered answered) {
            calls.answered(answered);
        } else if (operation instanceof Operation.SetLogLevel level) {
            level.session().ifPresent(session -> memory.setLogLevel(session.key(), level.level()));
        }
        return new Answer.Done(new Result.Done());
    }
}
