/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;

/** Names one call by one caller, so that what was sealed for it serves no other. */
final class CallPurpose {
    private CallPurpose() {}

    /**
     * Names a call.
     *
     * <p>The caller is the principal that the endpoint's guards know, or else the credential itself.
     *
     * @param caller the request that makes the call
     * @param tool the tool's name
     * @param arguments its arguments, in any order
     * @return a digest
     */
    static String of(HttpServletRequest caller, String tool, JsonNode arguments) {
        return Digests.sha256(CallerKey.of(caller) + Digests.sha256(tool) + Digests.sha256(canonical(arguments)));
    }

    private static String canonical(JsonNode node) {
        StringBuilder text = new StringBuilder();
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            sorted.forEach((name, value) -> text.append(Digests.sha256(name)).append(canonical(value)));
            return "{" + text + '}';
        }
        if (node.isArray()) {
            node.forEach(value -> text.append(canonical(value)).append(','));
            return "[" + text + ']';
        }
        return node.toString();
    }
}
