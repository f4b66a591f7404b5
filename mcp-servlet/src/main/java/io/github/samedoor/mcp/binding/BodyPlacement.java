/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Puts a value into the body, as one property of a JSON object or as the whole of it.
 *
 * @param property the property's name, or empty for the whole body
 */
record BodyPlacement(Optional<String> property) implements Placement {
    @Override
    public Optional<Misfit> put(JsonNode value, CallDraft call) {
        if (property.isPresent()) {
            call.setBodyProperty(property.get(), value);
        } else {
            call.setBody(value);
        }
        return Optional.empty();
    }
}
