/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.Message;
import io.github.samedoor.mcp.wire.MessageReader;
import io.github.samedoor.mcp.wire.RequestId;
import io.github.samedoor.mcp.wire.RpcError;
import io.github.samedoor.route.PathText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Chooses the revision that a message speaks: the body decides, the header is held against it.
 *
 * <p>A modern message says its revision in {@code _meta}; a legacy one begins with {@code initialize} and says it in a
 * header afterwards, or not at all (MCP 2026-07-28, versioning, Backward Compatibility). Immutable and thread-safe.
 */
public final class Revisions {
    /** The name of the header line that carries the id of a session. */
    public static final String SESSION = "Mcp-Session-Id";

    private static final String HEADER = "MCP-Protocol-Version";

    private static final RpcError UNKNOWN_SESSION =
            RpcError.of(Fault.UNKNOWN_SESSION, "There is no such session of yours: begin one with initialize");

    private static final RpcError ONE_MESSAGE = notAMessage("Send one message in a body, not an array");

    private final Revision20260728 modern;
    private final List<Revision> legacy;
    private final Revision assumed;

    /**
     * Makes the choice of all revisions.
     *
     * @param server what the server says about itself
     * @param agreement the check of a modern request's headers
     */
    public Revisions(ServerInfo server, HeaderAgreement agreement) {
        this.modern = new Revision20260728(server, agreement);
        this.assumed = new Revision20250326(server);
        // The newest stands first: it is offered to a client that asks for one we don't have.
        this.legacy = List.of(new Revision20251125(server), new Revision20250618(server), assumed);
    }

    /**
     * Lists all revisions.
     *
     * @return the revisions, the newest first
     */
    public List<Revision> all() {
        return Stream.concat(Stream.of(modern), legacy.stream()).toList();
    }

    /**
     * Opens the conversation that a message begins.
     *
     * @param message the message
     * @param headers the header lines it came with
     * @param sessions finds the session of an id, if it is one of the caller's
     * @return the conversation, which may be over before anything is done
     */
    public Conversation open(Message message, Headers headers, Function<String, Optional<LegacySession>> sessions) {
        Optional<String> header = header(headers);
        boolean modernHeader = isNative(header);
        if (message instanceof Message.Unreadable) {
            return new Conversation(modern, message, Envelope.of(headers));
        }
        if (message instanceof Message.Request request) {
            return openRequest(request, header, headers, sessions);
        }
        if (message instanceof Message.Batch batch) {
            return openBatch(batch, header, headers, sessions);
        }
        if (message instanceof Message.Response && modernHeader) {
            return refuse(Optional.empty(), notAMessage("Responses aren't sent in MCP " + Revision20260728.VERSION));
        }
        if (message instanceof Message.Notification notification
                && (modernHeader || RequestMeta.claimsVersion(notification.params()))) {
            return new Conversation(modern, message, Envelope.of(headers));
        }
        return openLegacy(message, Optional.empty(), header, headers, sessions);
    }

    private Conversation openRequest(
            Message.Request request,
            Optional<String> header,
            Headers headers,
            Function<String, Optional<LegacySession>> sessions) {
        boolean modernHeader = isNative(header);
        boolean initialize = request.method().equals(LegacyRevision.INITIALIZE);
        boolean valid = RequestMeta.problem(request.params()).isEmpty();
        if (RequestMeta.claimsVersion(request.params()) && (valid || !initialize || modernHeader)) {
            return openModern(request, header, headers);
        }
        if (modernHeader) {
            return initialize
                    ? refuse(
                            request, HeaderAgreement.mismatch("initialize belongs to earlier revisions than " + HEADER))
                    : new Conversation(modern, request, Envelope.of(headers));
        }
        if (initialize) {
            return initialize(request, headers);
        }
        return openLegacy(request, Optional.of(request), header, headers, sessions);
    }

    private Conversation openModern(Message.Request request, Optional<String> header, Headers headers) {
        JsonNode version = request.params().path("_meta").path(Meta.PROTOCOL_VERSION);
        if (!version.isTextual()) {
            return new Conversation(modern, request, Envelope.of(headers));
        }
        String claimed = version.textValue();
        if (header.filter(claimed::equals).isEmpty()) {
            return refuse(request, HeaderAgreement.mismatch("send " + HEADER + ", once, with the body's revision"));
        }
        return claimed.equals(Revision20260728.VERSION)
                ? new Conversation(modern, request, Envelope.of(headers))
                : refuse(request, unsupported(claimed));
    }

    private Conversation initialize(Message.Request request, Headers headers) {
        if (!request.params().path("protocolVersion").isTextual()) {
            return refuse(request, RpcError.of(Fault.INVALID_PARAMS, "The parameter 'protocolVersion' must be a date"));
        }
        String asked = request.params().path("protocolVersion").textValue();
        return new Conversation(legacy(asked).orElse(legacy.get(0)), request, Envelope.of(headers));
    }

    private Conversation openBatch(
            Message.Batch batch,
            Optional<String> header,
            Headers headers,
            Function<String, Optional<LegacySession>> sessions) {
        boolean array = header.isEmpty()
                || legacy(header.get()).filter(Revision::hasBatches).isPresent();
        if (!array || batch.messages().stream().anyMatch(Revisions::isModern)) {
            return refuse(Optional.empty(), ONE_MESSAGE);
        }
        if (batch.messages().isEmpty()) {
            return refuse(
                    Optional.empty(), notAMessage("A batch has 1 to " + MessageReader.LARGEST_BATCH + " messages"));
        }
        Conversation conversation = openLegacy(batch, Optional.empty(), header, headers, sessions);
        return conversation.isRefused() || conversation.revision().hasBatches()
                ? conversation
                : refuse(Optional.empty(), ONE_MESSAGE);
    }

    // The session knows what was agreed on; without one, a client that says nothing speaks the first of these
    // revisions.
    private Conversation openLegacy(
            Message message,
            Optional<Message.Request> request,
            Optional<String> header,
            Headers headers,
            Function<String, Optional<LegacySession>> sessions) {
        List<String> ids = headers.all(SESSION);
        Optional<LegacySession> session = ids.size() == 1 ? sessions.apply(ids.get(0)) : Optional.empty();
        if (!ids.isEmpty() && session.isEmpty()) {
            return refuse(request.map(Message.Request::id), UNKNOWN_SESSION);
        }
        String spoken = header.or(() -> session.map(LegacySession::version)).orElse(assumed.version());
        return legacy(spoken)
                .map(revision -> new Conversation(revision, message, new Envelope(headers, session)))
                .orElseGet(() -> refuse(request.map(Message.Request::id), unsupported(spoken)));
    }

    private static boolean isModern(Message message) {
        if (message instanceof Message.Request request) {
            return RequestMeta.claimsVersion(request.params());
        }
        return message instanceof Message.Notification notification && RequestMeta.claimsVersion(notification.params());
    }

    /**
     * Finds an earlier revision than the native one.
     *
     * @param version its date
     * @return the revision, or empty if it isn't spoken here
     */
    public Optional<Revision> legacy(String version) {
        for (Revision revision : legacy) {
            if (revision.version().equals(version)) {
                return Optional.of(revision);
            }
        }
        return Optional.empty();
    }

    /**
     * Tells whether header lines name the native revision.
     *
     * @param header what they say
     * @return whether it is the revision without sessions
     */
    public boolean isNative(Optional<String> header) {
        return header.filter(Revision20260728.VERSION::equals).isPresent();
    }

    /**
     * Reads the revision that header lines name.
     *
     * @param headers the header lines
     * @return what they say, whatever it is; empty if they say nothing
     */
    public static Optional<String> header(Headers headers) {
        List<String> values = headers.all(HEADER);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", values).trim());
    }

    private static RpcError unsupported(String requested) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putArray("supported").add(Revision20260728.VERSION);
        data.put("requested", PathText.printable(requested));
        return new RpcError(Fault.UNSUPPORTED_VERSION, "Unsupported protocol version", Optional.of(data));
    }

    private static RpcError notAMessage(String why) {
        return RpcError.of(Fault.NOT_A_MESSAGE, why);
    }

    private Conversation refuse(Message.Request request, RpcError error) {
        return refuse(Optional.of(request.id()), error);
    }

    private Conversation refuse(Optional<RequestId> id, RpcError error) {
        return new Conversation(modern, new Message.Unreadable(id, error), Envelope.of(name -> List.of()));
    }
}
