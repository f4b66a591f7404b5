/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

import java.util.Optional;

/**
 * What a route answered.
 *
 * <p>The bytes are not copied; whoever makes an answer gives them away.
 *
 * @param status the HTTP status
 * @param headers the header lines that the route set, {@code Content-Type} among them
 * @param body the body, cut at the capture's limit
 * @param truncated whether the route wrote more than the limit
 */
@SuppressWarnings("ArrayRecordComponent") // an answer is handed on, never compared
public record RouteAnswer(int status, HeaderFields headers, byte[] body, boolean truncated) {
    /**
     * Returns the media type that the route declared.
     *
     * @return the value of {@code Content-Type}, or empty
     */
    public Optional<String> contentType() {
        return headers.first("Content-Type");
    }
}
