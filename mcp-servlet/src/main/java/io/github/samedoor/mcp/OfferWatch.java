/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.door.Door;
import io.github.samedoor.tool.Tool;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Notices when the door offers other tools than at the last look. Thread-safe. */
final class OfferWatch {
    private final Supplier<List<String>> offered;
    private Optional<List<String>> seen = Optional.empty();

    OfferWatch(Toolbox tools, Door door) {
        this.offered = () -> tools.inOrder().stream()
                .map(Toolbox.Entry::tool)
                .filter(door::offers)
                .map(Tool::routeName)
                .toList();
    }

    /** Looks, and tells whether something changed; the first look sees nothing new. */
    synchronized boolean look() {
        Optional<List<String>> now = Optional.of(offered.get());
        boolean changed = seen.isPresent() && !seen.equals(now);
        seen = now;
        return changed;
    }
}
