/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.route.PathText;
import java.util.Optional;

/**
 * Puts a value into the path as exactly one segment, or refuses it; nothing is repaired.
 *
 * @param index which of the path's parameters it is
 */
record PathPlacement(int index) implements Placement {
    private static final Optional<Misfit> EMPTY = Optional.of(Misfit.here("must not be empty"));
    private static final Optional<Misfit> NOT_A_SEGMENT = Optional.of(
            Misfit.here("can't be one segment of a path: give plain text that isn't made of dots, without '/',"
                    + " '\\', ';', '%', control or invisible characters"));
    private static final Optional<Misfit> PRIVATE =
            Optional.of(Misfit.here("names a directory that is never served: give another value"));

    @Override
    public Optional<Misfit> put(JsonNode value, CallDraft call) {
        Optional<String> text = Numbers.scalarText(value);
        if (text.isEmpty()) {
            return Numbers.UNCLEAR;
        }
        String segment = text.get();
        if (segment.isEmpty()) {
            return EMPTY;
        }
        if (PathText.isAmbiguous(segment)) {
            return NOT_A_SEGMENT;
        }
        if (PathText.isPrivateDirectory(segment)) {
            return PRIVATE;
        }
        call.setPathValue(index, segment);
        return Optional.empty();
    }
}
