/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.samedoor.mcp.change.Change;
import io.github.samedoor.mcp.change.Interest;
import io.github.samedoor.mcp.wire.JsonText;
import io.github.samedoor.mcp.wire.RequestId;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Writes the notifications of changes. */
final class ChangeWords {
    private ChangeWords() {}

    /** Returns the name of a list in a client's filter (MCP 2026-07-28, patterns, Notification Filter). */
    static String filterName(Change.Listed list) {
        return name(list) + "ListChanged";
    }

    /** Writes a change, for the subscription that it is told to, where the revision names them. */
    static byte[] notification(Change change, Optional<RequestId> subscription) {
        return JsonText.write(192, json -> {
            json.writeStartObject();
            json.writeStringField("jsonrpc", "2.0");
            if (change instanceof Change.ListChanged changed) {
                json.writeStringField("method", "notifications/" + name(changed.list()) + "/list_changed");
            } else {
                json.writeStringField("method", "notifications/resources/updated");
            }
            json.writeObjectFieldStart("params");
            if (subscription.isPresent()) {
                writeMeta(json, subscription.get());
            }
            if (change instanceof Change.ResourceUpdated updated) {
                json.writeStringField("uri", updated.uri());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    /** Writes what a subscription will hear of, which is the first thing that it hears. */
    static byte[] acknowledged(RequestId subscription, Interest honoured) {
        return JsonText.write(256, json -> {
            json.writeStartObject();
            json.writeStringField("jsonrpc", "2.0");
            json.writeStringField("method", "notifications/subscriptions/acknowledged");
            json.writeObjectFieldStart("params");
            writeMeta(json, subscription);
            json.writeObjectFieldStart("notifications");
            for (Change.Listed list : Change.Listed.values()) {
                if (honoured.lists().contains(list)) {
                    json.writeBooleanField(filterName(list), true);
                }
            }
            if (!honoured.uris().isEmpty()) {
                json.writeObjectField("resourceSubscriptions", honoured.uris());
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void writeMeta(JsonGenerator json, RequestId subscription) throws IOException {
        json.writeObjectFieldStart("_meta");
        json.writeFieldName(Meta.SUBSCRIPTION);
        subscription.write(json);
        json.writeEndObject();
    }

    private static String name(Change.Listed list) {
        return list.name().toLowerCase(Locale.ROOT);
    }
}
