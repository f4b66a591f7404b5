/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One note. Immutable.
 *
 * @param id its number, unique in this server
 * @param content what it says
 */
record Note(long id, Content content) {
    /**
     * What a note says.
     *
     * @param title one line
     * @param text the rest
     * @param tags what it is about
     */
    record Content(String title, String text, List<String> tags) {
        Content {
            tags = List.copyOf(tags);
        }
    }

    ObjectNode toJson() {
        ObjectNode json =
                Json.object().put("id", id).put("title", content.title()).put("text", content.text());
        ArrayNode tags = json.putArray("tags");
        content.tags().forEach(tags::add);
        return json;
    }
}
