/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * The request that arrives on the other side of a relay forward: it answers as the request that was sent.
 *
 * <p>A container puts a wrapper of its own around or into a forwarded request, which would show the forward. So all
 * questions go to the request as it left, while the chain of wrappers, which containers walk, leads to the request as it
 * came.
 */
public final class RelayedRequest extends HttpServletRequestWrapper {
    private ServletRequest arrived;

    /**
     * Makes the request for the next stage.
     *
     * @param sent the request that was handed to the forward
     * @param arrived the request that the container made of it
     */
    public RelayedRequest(HttpServletRequest sent, ServletRequest arrived) {
        super(sent);
        this.arrived = arrived;
    }

    @Override
    public ServletRequest getRequest() {
        return arrived;
    }

    @Override
    public void setRequest(ServletRequest request) {
        arrived = request;
    }
}
