/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads and writes JSON: no name twice, nothing after the end, nothing deep. Thread-safe.
 *
 * <p>Its buffers are its own, because Jackson's usual ones stay on the container's threads when an application ends.
 */
public final class StrictJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** Reads one value; an IllegalArgumentException tells the place of a mistake and nothing of the text around it. */
    public static JsonNode read(InputStream in) throws IOException {
        try {
            return MAPPER.readTree(in);
        } catch (JsonProcessingException e) {
            // Jackson's own messages quote the text around the mistake, which may be a hash or a secret.
            throw new IllegalArgumentException("it isn't JSON, or a name stands twice, at line "
                    + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()) + ", column "
                    + (e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
        }
    }

    /** Writes a value as UTF-8. */
    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }
}
