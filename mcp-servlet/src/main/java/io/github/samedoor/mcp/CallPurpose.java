/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;
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
        Principal principal = caller.getUserPrincipal();
        String credential = caller.getHeader("Authorization");
        String who = principal != null ? "p:" + principal.getName() : "c:" + (credential == null ? "" : credential);
        return sha256(sha256(who) + sha256(tool) + sha256(canonical(arguments)));
    }

    private static String canonical(JsonNode node) {
        StringBuilder text = new StringBuilder();
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            sorted.forEach((name, value) -> text.append(sha256(name)).append(canonical(value)));
            return "{" + text + '}';
        }
        if (node.isArray()) {
            node.forEach(value -> text.append(canonical(value)).append(','));
            return "[" + text + ']';
        }
        return node.toString();
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
