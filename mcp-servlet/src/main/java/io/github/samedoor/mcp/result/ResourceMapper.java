/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.RpcError;
import io.github.samedoor.route.PathText;
import io.github.samedoor.route.RouteAnswer;
import java.util.Optional;

/** Turns what a route answered into the contents of a resource. */
final class ResourceMapper {
    private ResourceMapper() {}

    static Answer map(RouteAnswer answer, AnswerBody body, String uri) {
        if (answer.status() == 404 || answer.status() == 410) {
            return unknown(uri);
        }
        if (answer.status() < 200 || answer.status() >= 300) {
            return Answer.failed(
                    answer.status() < 500 ? Fault.INVALID_PARAMS : Fault.INTERNAL, RouteError.of(answer, body));
        }
        if (answer.truncated()) {
            return Answer.failed(Fault.INTERNAL, "The resource is larger than " + answer.body().length + " bytes");
        }
        String type = answer.contentType()
                .flatMap(MediaType::parse)
                .map(MediaType::name)
                .orElse("application/octet-stream");
        return new Answer.Done(contents(body, uri, type));
    }

    /** Makes the answer for a URI that names nothing. */
    static Answer unknown(String uri) {
        return new Answer.Failed(new RpcError(
                Fault.UNKNOWN_RESOURCE,
                "There is no resource " + PathText.printable(uri),
                Optional.of(JsonNodeFactory.instance.objectNode().put("uri", uri))));
    }

    private static Result contents(AnswerBody body, String uri, String type) {
        if (body instanceof AnswerBody.Json json) {
            return new Result.Contents(uri, type, json.utf8(), true);
        }
        if (body instanceof AnswerBody.Binary binary) {
            return new Result.Contents(uri, type, binary.bytes(), false);
        }
        byte[] text = body instanceof AnswerBody.Text given ? given.utf8() : new byte[0];
        return new Result.Contents(uri, type, text, true);
    }
}
