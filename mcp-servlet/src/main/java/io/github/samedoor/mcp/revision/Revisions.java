/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.Message;
import io.github.samedoor.mcp.wire.RequestId;
import io.github.samedoor.mcp.wire.RpcError;
import io.github.samedoor.route.PathText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses the revision that a message speaks: the body decides, the header is held against it.
 *
 * <p>A modern message says its revision in {@code _meta}; a legacy one begins with {@code initialize} and says it in a
 * header afterwards, or not at all (MCP 2026-07-28, versioning, Backward Compatibility). Immutable and thread-safe.
 */
public final class Revisions {
    private static final String HEADER = "MCP-Protocol-Version";

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
     * @return the conversation, which may be over before anything is done
     */
    public Conversation open(Message message, Headers headers) {
        List<String> values = headers.all(HEADER);
        Optional<String> header = values.size() == 1
                ? Optional.of(values.get(0).trim())
                : values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
        boolean modernHeader = header.filter(Revision20260728.VERSION::equals).isPresent();
        if (message instanceof Message.Unreadable) {
            return new Conversation(modern, message, headers);
        }
        if (message instanceof Message.Request request) {
            return openRequest(request, header, headers);
        }
        if (message instanceof Message.Batch batch) {
            return openBatch(batch, header, headers);
        }
        if (message instanceof Message.Response && modernHeader) {
            return refuse(Optional.empty(), notAMessage("Responses aren't sent in MCP " + Revision20260728.VERSION));
        }
        if (message instanceof Message.Notification notification
                && (modernHeader || RequestMeta.claimsVersion(notification.params()))) {
            return new Conversation(modern, message, headers);
        }
        return openLegacy(message, Optional.empty(), header, headers);
    }

    private Conversation openRequest(Message.Request request, Optional<String> header, Headers headers) {
        boolean modernHeader = header.filter(Revision20260728.VERSION::equals).isPresent();
        boolean initialize = request.method().equals(LegacyRevision.INITIALIZE);
        boolean valid = RequestMeta.problem(request.params()).isEmpty();
        if (RequestMeta.claimsVersion(request.params()) && (valid || !initialize || modernHeader)) {
            return openModern(request, header, headers);
        }
        if (modernHeader) {
            return initialize
                    ? refuse(
                            request, HeaderAgreement.mismatch("initialize belongs to earlier revisions than " + HEADER))
                    : new Conversation(modern, request, headers);
        }
        if (initialize) {
            return initialize(request, headers);
        }
        return openLegacy(request, Optional.of(request), header, headers);
    }

    private Conversation openModern(Message.Request request, Optional<String> header, Headers headers) {
        JsonNode version = request.params().path("_meta").path(Meta.PROTOCOL_VERSION);
        if (!version.isTextual()) {
            return new Conversation(modern, request, headers);
        }
        String claimed = version.textValue();
        if (header.filter(claimed::equals).isEmpty()) {
            return refuse(request, HeaderAgreement.mismatch("send " + HEADER + ", once, with the body's revision"));
        }
        return claimed.equals(Revision20260728.VERSION)
                ? new Conversation(modern, request, headers)
                : refuse(request, unsupported(claimed));
    }

    private Conversation initialize(Message.Request request, Headers headers) {
        if (!request.params().path("protocolVersion").isTextual()) {
            return refuse(request, RpcError.of(Fault.INVALID_PARAMS, "The parameter 'protocolVersion' must be a date"));
        }
        String asked = request.params().path("protocolVersion").textValue();
        return new Conversation(byVersion(asked).orElse(legacy.get(0)), request, headers);
    }

    private Conversation openBatch(Message.Batch batch, Optional<String> header, Headers headers) {
        Optional<Revision> spoken = header.isEmpty() ? Optional.of(assumed) : byVersion(header.get());
        boolean mixed = batch.messages().stream().anyMatch(Revisions::isModern);
        if (mixed || spoken.filter(Revision::hasBatches).isEmpty()) {
            return refuse(Optional.empty(), notAMessage("Send one message in a body, not an array"));
        }
        if (batch.messages().isEmpty() || batch.messages().size() > Conversation.LARGEST_BATCH) {
            return refuse(
                    Optional.empty(), notAMessage("A batch has 1 to " + Conversation.LARGEST_BATCH + " messages"));
        }
        return new Conversation(spoken.get(), batch, headers);
    }

    private Conversation openLegacy(
            Message message, Optional<Message.Request> request, Optional<String> header, Headers headers) {
        Optional<Revision> spoken = header.isEmpty() ? Optional.of(assumed) : byVersion(header.get());
        return spoken.map(revision -> new Conversation(revision, message, headers))
                .orElseGet(() -> refuse(request.map(Message.Request::id), unsupported(header.orElse(""))));
    }

    private static boolean isModern(Message message) {
        if (message instanceof Message.Request request) {
            return RequestMeta.claimsVersion(request.params());
        }
        return message instanceof Message.Notification notification && RequestMeta.claimsVersion(notification.params());
    }

    private Optional<Revision> byVersion(String version) {
        for (Revision revision : legacy) {
            if (revision.version().equals(version)) {
                return Optional.of(revision);
            }
        }
        return Optional.empty();
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
        return new Conversation(modern, new Message.Unreadable(id, error), name -> List.of());
    }
}
