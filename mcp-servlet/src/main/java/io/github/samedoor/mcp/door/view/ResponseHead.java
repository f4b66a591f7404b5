/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import java.util.ArrayList;
import java.util.List;

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

    void clear() {
        fields.clear();
        status = 200;
    }

    HeaderFields with(HeaderField last) {
        List<HeaderField> all = new ArrayList<>(fields);
        all.add(last);
        return new HeaderFields(all);
    }

    HeaderFields toHeaderFields() {
        return new HeaderFields(fields);
    }
}
