/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a route says about limits, of all its header lines (RFC 9110 section 10.2.3, draft-ietf-httpapi-ratelimit-headers-10). */
final class LimitHeaders {
    private static final Set<String> NAMES = Set.of("retry-after", "ratelimit", "ratelimit-policy");
    private static final Pattern VALUE = Pattern.compile("[ -~]{1,256}");

    private LimitHeaders() {}

    /** Returns the lines that may be handed on. */
    static List<HeaderField> of(HeaderFields route) {
        return route.fields().stream()
                .filter(field -> NAMES.contains(field.name().toLowerCase(Locale.ROOT)))
                .filter(field -> VALUE.matcher(field.value()).matches())
                .toList();
    }
}
