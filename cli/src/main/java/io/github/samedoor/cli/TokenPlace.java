/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Where tokens are administered: a running application, or its identity file. */
interface TokenPlace {
    /**
     * What is asked for.
     *
     * @param kind {@code bearer} or {@code apiKey}
     * @param owner the user's id
     * @param label what it is for
     * @param life how long it lasts
     */
    record Wish(String kind, String owner, Optional<String> label, Optional<Duration> life) {}

    /** Makes a token and returns it with its description. */
    JsonNode create(Wish wish) throws IOException, Failure;

    /** Lists descriptions. */
    JsonNode list(Optional<String> owner) throws IOException, Failure;

    /** Ends a token by its id. */
    void revoke(String id) throws IOException, Failure;
}
