/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a call: the fields of its query, then those of a form body, and nobody else's. */
final class CallParameters {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** Adds the fields of a query or form, UTF-8 or as the form says. */
    CallParameters add(String encoded, Charset charset) {
        if (encoded.isEmpty()) {
            return this;
        }
        for (String field : encoded.split("&", -1)) {
            if (!field.isEmpty()) {
                int equals = field.indexOf('=');
                String name = equals < 0 ? field : field.substring(0, equals);
                String value = equals < 0 ? "" : field.substring(equals + 1);
                values.computeIfAbsent(URLDecoder.decode(name, charset), key -> new ArrayList<>())
                        .add(URLDecoder.decode(value, charset));
            }
        }
        return this;
    }

    CallParameters addQuery(String query) {
        return add(query, StandardCharsets.UTF_8);
    }

    Map<String, String[]> toMap() {
        Map<String, String[]> map = new LinkedHashMap<>();
        values.forEach((name, list) -> map.put(name, list.toArray(String[]::new)));
        return Collections.unmodifiableMap(map);
    }
}
