/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

/**
 * The body of a call: bytes and what they are.
 *
 * <p>The bytes are not copied; whoever makes a body gives them away.
 *
 * @param contentType the media type with its parameters, such as {@code application/json}; empty for no body
 * @param bytes the body
 */
@SuppressWarnings("ArrayRecordComponent") // a body is handed on, never compared
public record RouteBody(String contentType, byte[] bytes) {
    private static final RouteBody NONE = new RouteBody("", new byte[0]);

    /**
     * Returns the body of a call that has none.
     *
     * @return a body without bytes and without a content type
     */
    public static RouteBody none() {
        return NONE;
    }

    /**
     * Tells whether the call carries a body.
     *
     * @return whether there is a content type or a byte
     */
    public boolean isPresent() {
        return !contentType.isEmpty() || bytes.length > 0;
    }
}
