/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.samedoor.mcp.door.Passage;
import io.github.samedoor.mcp.wire.HttpReply;
import io.github.samedoor.mcp.wire.JsonText;
import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import io.github.samedoor.route.RouteAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns what the door gave back into the answer of {@code POST /invoke}: the route's status, whatever it is, and the
 * route's body as {@code result}.
 *
 * <p>JSON bodies stay JSON, text becomes a string, other bytes become {@code {"contentType","base64"}}, no body is
 * {@code null}. A redirect is told with its {@code location} and never sent as one. A status that forbids a body (204,
 * 205, 304) is sent without one. Immutable and thread-safe.
 */
public final class InvokeMapper {
    private final Challenges challenges;

    /**
     * Makes a mapper.
     *
     * @param resourceMetadata the URL of the protected resource's metadata (RFC 9728), where there is one
     */
    public InvokeMapper(Optional<String> resourceMetadata) {
        this.challenges = new Challenges(resourceMetadata);
    }

    /**
     * Maps what came of a call.
     *
     * @param passage what the door gave back
     * @return the reply
     */
    public HttpReply map(Passage passage) {
        if (passage instanceof Passage.Refused refused) {
            return refused(refused);
        }
        RouteAnswer answer = ((Passage.Answered) passage).answer();
        if (answer.truncated()) {
            return error(502, "The route answered more than the limit of " + answer.body().length + " bytes");
        }
        if (answer.status() == 204 || answer.status() == 205 || answer.status() == 304) {
            return HttpReply.empty(answer.status());
        }
        return new HttpReply(answer.status(), headers(answer), body(answer));
    }

    /**
     * Makes the reply to a call that isn't dispatched.
     *
     * @param status the HTTP status
     * @param message why not
     * @return the reply
     */
    public HttpReply error(int status, String message) {
        return HttpReply.json(status, JsonText.write(128, json -> {
            json.writeStartObject();
            json.writeBooleanField("ok", false);
            json.writeNumberField("status", status);
            json.writeStringField("error", message);
            json.writeEndObject();
        }));
    }

    private HttpReply refused(Passage.Refused refused) {
        int status = refused.reason().status();
        HttpReply reply = error(status, refused.message());
        return switch (refused.reason()) {
            case UNAUTHENTICATED ->
                new HttpReply(status, challenges.unauthenticated(HeaderFields.none()), reply.body());
            case BUSY ->
                new HttpReply(status, new HeaderFields(List.of(new HeaderField("Retry-After", "1"))), reply.body());
            default -> reply;
        };
    }

    private HeaderFields headers(RouteAnswer answer) {
        List<HeaderField> fields = new ArrayList<>();
        if (answer.status() == 401) {
            fields.addAll(challenges.unauthenticated(answer.headers()).fields());
        } else if (answer.status() == 403) {
            fields.addAll(challenges.forbidden(answer.headers()).fields());
        }
        fields.addAll(LimitHeaders.of(answer.headers()));
        return new HeaderFields(fields);
    }

    private static byte[] body(RouteAnswer answer) {
        AnswerBody body = AnswerBody.of(answer);
        boolean ok = answer.status() >= 200 && answer.status() < 300;
        return JsonText.write(answer.body().length + 128, json -> {
            json.writeStartObject();
            json.writeBooleanField("ok", ok);
            json.writeNumberField("status", answer.status());
            if (!ok) {
                json.writeStringField("error", RouteError.of(answer, body));
            }
            if (answer.status() >= 300 && answer.status() < 400) {
                json.writeStringField(
                        "location", answer.headers().first("Location").orElse(""));
            }
            json.writeFieldName("result");
            writeResult(json, body);
            json.writeEndObject();
        });
    }

    private static void writeResult(JsonGenerator json, AnswerBody body) throws IOException {
        if (body instanceof AnswerBody.Json value) {
            json.writeRawValue(value.json());
        } else if (body instanceof AnswerBody.Text text) {
            json.writeUTF8String(text.utf8(), 0, text.utf8().length);
        } else if (body instanceof AnswerBody.Binary binary) {
            json.writeStartObject();
            json.writeStringField("contentType", binary.type().name());
            json.writeBinaryField("base64", binary.bytes());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
    }
}
