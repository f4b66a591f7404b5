/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes JSON into memory: UTF-8, one line, no white space of ours. */
public final class JsonText {
    // With a mapper as its codec, a generator can write trees. Both are immutable once they are made.
    private static final JsonFactory FACTORY = new ObjectMapper().getFactory();

    private JsonText() {}

    /** Something that writes one JSON value. */
    @FunctionalInterface
    public interface Writing {
        /**
         * Writes the value.
         *
         * @param json where to
         * @throws IOException never, as it goes to memory
         */
        void to(JsonGenerator json) throws IOException;
    }

    /**
     * Writes a value.
     *
     * @param expectedBytes about how long it gets
     * @param writing what writes it
     * @return the bytes
     */
    public static byte[] write(int expectedBytes, Writing writing) {
        BufferRecycler buffers = FACTORY._getBufferRecycler(); // as the mapper does it: this thread's own
        try (ByteArrayBuilder out = new ByteArrayBuilder(buffers, expectedBytes)) {
            try (JsonGenerator json = FACTORY.createGenerator(out)) {
                writing.to(json);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        } finally {
            buffers.releaseToPool();
        }
    }
}
