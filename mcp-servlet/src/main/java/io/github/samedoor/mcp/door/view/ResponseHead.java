/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Status and header lines of a captured answer; names without regard to case. */
final class ResponseHead {
    private final List<HeaderField> fields = new ArrayList<>();
    private int status = 200;

    int status() {
        return status;
    }

    void setStatus(int newStatus) {
        status = newStatus;
    }

    void set(String name, String value) {
        remove(name);
        fields.add(new HeaderField(name, value));
    }

    void add(String name, String value) {
        fields.add(new HeaderField(name, value));
    }

    void remove(String name) {
        fields.removeIf(field -> field.name().equalsIgnoreCase(name));
    }

    Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::value)
                .findFirst();
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::value)
                .toList();
    }

    Collection<String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        fields.forEach(field -> names.putIfAbsent(field.name().toLowerCase(Locale.ROOT), field.name()));
        return List.copyOf(names.values());
    }

    void clear() {
        fields.clear();
        status = 200;
    }

    HeaderFields toHeaderFields() {
        return new HeaderFields(fields);
    }
}
