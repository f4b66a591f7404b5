/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One keyword of a schema, compiled. Implementations are immutable. */
@FunctionalInterface
interface Check {
    /** Says how a value fails, or nothing where it fits or is of a type that the keyword doesn't speak of. */
    Optional<Misfit> misfit(JsonNode value);
}
