/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import io.github.samedoor.route.RouteCall;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The header lines that a route sees: made from scratch of what is listed, so that nothing else of the MCP request and
 * nothing undeclared of the arguments gets there.
 */
final class RouteHeaders {
    private static final HeaderField ACCEPT = new HeaderField("Accept", "application/json, */*;q=0.8");

    private final Set<String> carried;

    RouteHeaders(Set<String> carried) {
        this.carried = carried;
    }

    HeaderFields of(RouteCall call, HttpServletRequest container) {
        List<HeaderField> fields = new ArrayList<>(8);
        for (String name : carried) {
            if (container.getHeader(name) == null || call.headers().first(name).isPresent()) {
                continue; // not sent; or the author of the tool declared it, so the argument decides
            }
            for (String value : Collections.list(container.getHeaders(name))) {
                fields.add(new HeaderField(name, value));
            }
        }
        fields.addAll(call.headers().fields());
        if (call.headers().first("Accept").isEmpty()) {
            fields.add(ACCEPT);
        }
        if (call.body().isPresent()) {
            fields.add(new HeaderField("Content-Type", call.body().contentType()));
            fields.add(new HeaderField(
                    "Content-Length", Integer.toString(call.body().bytes().length)));
        }
        return new HeaderFields(fields);
    }
}
