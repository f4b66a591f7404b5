/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.wire.EventStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The HTTP request that carries a message, and the way back.
 *
 * @param http the request, as the endpoint's servlet received it
 * @param response its response
 * @param events where messages before the answer go
 */
record Exchange(HttpServletRequest http, HttpServletResponse response, EventStream events) {
    /** Makes the exchange of a request. */
    static Exchange of(HttpServletRequest http, HttpServletResponse response) {
        return new Exchange(http, response, EventStream.over(http, response));
    }
}
