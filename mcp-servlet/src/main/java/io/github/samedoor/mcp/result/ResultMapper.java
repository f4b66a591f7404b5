/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import io.github.samedoor.mcp.door.Passage;
import io.github.samedoor.mcp.result.Result.ToolResult;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.RawJson;
import io.github.samedoor.mcp.wire.RpcError;
import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import io.github.samedoor.route.PathText;
import io.github.samedoor.route.RouteAnswer;
import io.github.samedoor.route.RouteCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Turns what the door gave back into an answer of MCP.
 *
 * <p>A route's 401 and 403 stay HTTP statuses with the route's challenges, because clients act on nothing else, and its
 * 429 with the time to come again. A redirect to a login page is a 401. Every other failure is a result that says so, for the model to read. Immutable and
 * thread-safe.
 */
public final class ResultMapper {
    private static final HeaderFields COME_BACK = new HeaderFields(List.of(new HeaderField("Retry-After", "1")));

    private final Challenges challenges;
    private final LoginPages loginPages;

    /**
     * Makes a mapper.
     *
     * @param resourceMetadata the URL of the protected resource's metadata (RFC 9728), where there is one
     * @param loginPages which redirects mean "not logged in"
     */
    public ResultMapper(Optional<String> resourceMetadata, LoginPages loginPages) {
        this.challenges = new Challenges(resourceMetadata);
        this.loginPages = loginPages;
    }

    /**
     * Maps what came of a call.
     *
     * @param passage what the door gave back
     * @param call the call that was made
     * @return the answer
     */
    public Answer map(Passage passage, RouteCall call) {
        if (passage instanceof Passage.Refused refused) {
            return refused(refused);
        }
        RouteAnswer answer = ((Passage.Answered) passage).answer();
        AnswerBody body = AnswerBody.of(answer);
        return refusal(answer, body).orElseGet(() -> new Answer.Done(result(answer, body, call)));
    }

    /**
     * Maps what came of reading a resource.
     *
     * @param passage what the door gave back
     * @param uri the resource
     * @return the answer
     */
    public Answer mapResource(Passage passage, String uri) {
        if (passage instanceof Passage.Refused refused) {
            return refused.reason() == Passage.Reason.NOT_OFFERED ? unknownResource(uri) : notRead(refused);
        }
        RouteAnswer answer = ((Passage.Answered) passage).answer();
        AnswerBody body = AnswerBody.of(answer);
        return refusal(answer, body).orElseGet(() -> ResourceMapper.map(answer, body, uri));
    }

    /**
     * Maps what came of asking a route for the messages of a prompt.
     *
     * @param passage what the door gave back
     * @param description what the prompt is for
     * @return the answer
     */
    public Answer mapPrompt(Passage passage, String description) {
        if (passage instanceof Passage.Refused refused) {
            return notRead(refused);
        }
        RouteAnswer answer = ((Passage.Answered) passage).answer();
        AnswerBody body = AnswerBody.of(answer);
        return refusal(answer, body).orElseGet(() -> PromptMapper.map(answer, body, description));
    }

    private Optional<Answer> refusal(RouteAnswer answer, AnswerBody body) {
        if (answer.status() == 401 || loginPages.match(answer)) {
            String why = answer.status() == 401 ? RouteError.of(answer, body) : "Not logged in";
            return Optional.of(refused(401, Fault.UNAUTHENTICATED, why, challenges.unauthenticated(answer.headers())));
        }
        if (answer.status() == 403) {
            return Optional.of(
                    refused(403, Fault.FORBIDDEN, RouteError.of(answer, body), challenges.forbidden(answer.headers())));
        }
        if (answer.status() == 429) {
            return Optional.of(refused(
                    429,
                    Fault.TOO_MANY,
                    RouteError.of(answer, body),
                    new HeaderFields(LimitHeaders.of(answer.headers()))));
        }
        return Optional.empty();
    }

    /**
     * Makes the result of a call whose arguments don't fit: the model can mend them.
     *
     * @param message which argument is wrong
     * @return the result
     */
    public Answer badArguments(String message) {
        return new Answer.Done(failure(message, OptionalInt.empty()));
    }

    /**
     * Makes the answer for a URI that names nothing.
     *
     * @param uri the URI, as the client sent it
     * @return the answer
     */
    public Answer unknownResource(String uri) {
        return ResourceMapper.unknown(uri);
    }

    // Only a tool has results that say they failed; whatever else was asked for is there or isn't.
    private Answer notRead(Passage.Refused refused) {
        Answer answer = refused(refused);
        return answer instanceof Answer.Done ? Answer.failed(Fault.INTERNAL, refused.message()) : answer;
    }

    private Answer refused(Passage.Refused refused) {
        return switch (refused.reason()) {
            case NOT_OFFERED -> Answer.failed(Fault.INVALID_PARAMS, refused.message());
            case UNAUTHENTICATED ->
                refused(401, Fault.UNAUTHENTICATED, refused.message(), challenges.unauthenticated(HeaderFields.none()));
            case FORBIDDEN -> refused(403, Fault.FORBIDDEN, refused.message(), HeaderFields.none());
            case BUSY -> refused(503, Fault.BUSY, refused.message(), COME_BACK);
            case NESTED, TIMEOUT, CANCELLED, FAILED, UNPROVEN ->
                new Answer.Done(failure(
                        refused.message(), OptionalInt.of(refused.reason().status())));
        };
    }

    private static Answer refused(int status, Fault fault, String why, HeaderFields headers) {
        return new Answer.Refused(status, headers, RpcError.of(fault, why));
    }

    private static ToolResult result(RouteAnswer answer, AnswerBody body, RouteCall call) {
        if (answer.truncated()) {
            return truncated(answer, body);
        }
        if (answer.status() >= 300 && answer.status() < 400) {
            return redirect(answer, call);
        }
        boolean ok = answer.status() < 300;
        if (ok && body instanceof AnswerBody.Json json) {
            Optional<ToolResult> ready = ReadyResult.of(answer, json);
            if (ready.isPresent()) {
                return ready.get();
            }
        }
        Optional<RawJson> structured = ok && body instanceof AnswerBody.Json json && json.object()
                ? Optional.of(json.json())
                : Optional.empty();
        return new ToolResult(List.of(block(answer, body, call)), structured, !ok, statusOf(answer, ok));
    }

    private static Content block(RouteAnswer answer, AnswerBody body, RouteCall call) {
        if (body instanceof AnswerBody.Json json) {
            return new Content.Text(json.utf8());
        }
        if (body instanceof AnswerBody.Text text) {
            return new Content.Text(text.utf8());
        }
        if (body instanceof AnswerBody.Binary binary) {
            return binary(binary, call);
        }
        return text(answer.status() < 300 ? "Done: the route answered without a body" : RouteError.of(answer, body));
    }

    private static Content binary(AnswerBody.Binary binary, RouteCall call) {
        String type = binary.type().name();
        if (binary.type().isImage()) {
            return new Content.Media("image", type, binary.bytes());
        }
        if (binary.type().isAudio()) {
            return new Content.Media("audio", type, binary.bytes());
        }
        String query = call.query().isEmpty() ? "" : '?' + call.query();
        return new Content.Blob("route:" + call.encodedPath() + query, type, binary.bytes());
    }

    private static ToolResult truncated(RouteAnswer answer, AnswerBody body) {
        String notice = "The route answered more than the limit of " + answer.body().length + " bytes";
        List<Content> content = body instanceof AnswerBody.Text text
                ? List.of(text(notice + "; this is the beginning"), new Content.Text(text.utf8()))
                : List.of(text(notice));
        return new ToolResult(content, Optional.empty(), true, OptionalInt.of(502));
    }

    // After a POST a redirect is the usual way to say "done, look there"; it is told and never followed.
    private static ToolResult redirect(RouteAnswer answer, RouteCall call) {
        boolean done = (answer.status() == 302 || answer.status() == 303)
                && !call.route().method().equals("GET");
        String where = PathText.printable(answer.headers().first("Location").orElse("nowhere"));
        String text =
                "The route answered with a redirect (" + answer.status() + ") to " + where + ", which isn't followed";
        return new ToolResult(List.of(text(text)), Optional.empty(), !done, statusOf(answer, done));
    }

    private static ToolResult failure(String message, OptionalInt status) {
        return new ToolResult(List.of(text(message)), Optional.empty(), true, status);
    }

    private static OptionalInt statusOf(RouteAnswer answer, boolean ok) {
        return ok ? OptionalInt.empty() : OptionalInt.of(answer.status());
    }

    private static Content text(String text) {
        return new Content.Text(text.getBytes(StandardCharsets.UTF_8));
    }
}
