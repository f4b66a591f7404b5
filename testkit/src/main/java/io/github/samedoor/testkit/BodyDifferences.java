/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds where two bodies differ and says it by JSON Pointer (RFC 6901).
 *
 * @param ignored the members that are passed over, at any depth
 * @param found takes the differences
 */
record BodyDifferences(Set<String> ignored, List<String> found) {
    private static final int LONGEST = 200;

    void compare(String pointer, JsonNode direct, JsonNode called) {
        if (direct.isObject() && called.isObject()) {
            Set<String> names = new TreeSet<>();
            direct.fieldNames().forEachRemaining(names::add);
            called.fieldNames().forEachRemaining(names::add);
            names.removeAll(ignored);
            names.forEach(name -> compare(pointer + '/' + name, direct.path(name), called.path(name)));
        } else if (direct.isArray() && called.isArray() && direct.size() == called.size()) {
            for (int i = 0; i < direct.size(); i++) {
                compare(pointer + '/' + i, direct.get(i), called.get(i));
            }
        } else if (!direct.equals(called)) {
            found.add("body" + (pointer.isEmpty() ? "" : " at " + pointer) + ": the direct call has " + shown(direct)
                    + ", the tool call " + shown(called));
        }
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
