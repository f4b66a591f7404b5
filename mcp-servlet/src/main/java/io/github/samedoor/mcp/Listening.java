/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.change.Change;
import io.github.samedoor.mcp.change.Change.Listed;
import io.github.samedoor.mcp.change.Interest;
import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.result.Result;
import io.github.samedoor.mcp.revision.LegacySession;
import io.github.samedoor.mcp.revision.Operation;
import io.github.samedoor.mcp.revision.Revision;
import io.github.samedoor.mcp.stream.Streams;
import io.github.samedoor.mcp.stream.Subscriber;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.RpcError;
import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Lets clients hear of changes: who may not read a resource doesn't hear of its updates.
 *
 * <p>Thread-safe.
 */
final class Listening {
    private static final HeaderFields LATER = new HeaderFields(List.of(new HeaderField("Retry-After", "30")));

    private final Streams streams;
    private final SessionMemory sessions;
    private final FeatureAnswers features;
    private final Set<Listed> lists;

    /**
     * Makes the way to listen.
     *
     * @param streams the streams of the endpoint
     * @param sessions knows what clients subscribed to in their sessions
     * @param features tells whether a caller may read a resource
     * @param lists the lists that are offered
     */
    Listening(Streams streams, SessionMemory sessions, FeatureAnswers features, Set<Listed> lists) {
        this.streams = streams;
        this.sessions = sessions;
        this.features = features;
        this.lists = Set.copyOf(lists);
    }

    /** Opens the stream of a {@code subscriptions/listen}. */
    Answer listen(Operation.Listen listen, Revision revision, Exchange exchange) {
        Interest honoured = honoured(listen.interest(), exchange);
        return open(
                exchange,
                new Subscriber(
                        caller(exchange.http()),
                        UUID.randomUUID().toString(),
                        honoured::covers,
                        revision.stream(Optional.of(listen.request()), honoured)));
    }

    /** Opens the stream of a session, in the place of the one that it had. */
    Answer listen(LegacySession session, Revision revision, Exchange exchange) {
        sessions.subscriptions(session.key()).stream() // rights may have changed since
                .filter(uri -> features.barrier(uri, exchange).isPresent())
                .forEach(uri -> sessions.unsubscribe(session.key(), uri));
        return open(
                exchange,
                new Subscriber(
                        caller(exchange.http()),
                        session.key(),
                        change -> concerns(session, change),
                        revision.stream(Optional.empty(), new Interest(lists, Set.of()))));
    }

    /** Begins or ends a subscription in a session. */
    Answer subscribe(Operation.Subscribe subscribe, Exchange exchange) {
        if (subscribe.session().isEmpty()) {
            return Answer.failed(
                    Fault.INVALID_PARAMS, "Send the Mcp-Session-Id that initialize gave: updates go there");
        }
        String session = subscribe.session().get().key();
        if (!subscribe.on()) {
            sessions.unsubscribe(session, subscribe.uri());
            return new Answer.Done(new Result.Done());
        }
        Optional<Answer> barrier = features.barrier(subscribe.uri(), exchange);
        if (barrier.isPresent()) {
            return barrier.get();
        }
        return sessions.subscribe(session, subscribe.uri())
                ? new Answer.Done(new Result.Done())
                : Answer.failed(Fault.INVALID_PARAMS, "This session has too many subscriptions: end one");
    }

    /** Ends a session: its stream, and what was kept for it. */
    void end(LegacySession session) {
        sessions.end(session.key());
        streams.end(session.key());
    }

    private Answer open(Exchange exchange, Subscriber subscriber) {
        if (!exchange.http().isAsyncSupported()) {
            return Answer.failed(
                    Fault.INTERNAL,
                    "Streams aren't switched on here: set async-supported for the endpoint's servlet and every filter"
                            + " before it");
        }
        try {
            return streams.open(exchange.http(), exchange.response(), subscriber)
                    ? new Answer.Silent()
                    : new Answer.Refused(503, LATER, RpcError.of(Fault.BUSY, "Too many streams are open"));
        } catch (IOException e) {
            return new Answer.Silent(); // the client is gone
        }
    }

    private Interest honoured(Interest asked, Exchange exchange) {
        Set<Listed> known = EnumSet.noneOf(Listed.class);
        known.addAll(asked.lists());
        known.retainAll(lists);
        Set<String> readable = new LinkedHashSet<>();
        for (String uri : asked.uris()) {
            if (features.barrier(uri, exchange).isEmpty()) {
                readable.add(uri);
            }
        }
        return new Interest(known, readable);
    }

    private boolean concerns(LegacySession session, Change change) {
        return change instanceof Change.ResourceUpdated updated
                ? sessions.isSubscribed(session.key(), updated.uri())
                : lists.contains(((Change.ListChanged) change).list());
    }

    private static String caller(HttpServletRequest http) {
        return CallerKey.principal(http).map(name -> "user " + name).orElseGet(() -> "address " + http.getRemoteAddr());
    }
}
