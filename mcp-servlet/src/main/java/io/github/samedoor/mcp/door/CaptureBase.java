/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.mcp.door.container.Container;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;

/**
 * What a container finds beneath a captured response.
 *
 * <p>Tomcat ends its own response after a forward, so it must not find it; Jetty and Undertow look for theirs and fail
 * without it. Nothing is ever written to either.
 */
enum CaptureBase {
    /** The container's own response. */
    OWN {
        @Override
        HttpServletResponse of(HttpServletResponse response) {
            ServletResponse layer = response;
            while (layer instanceof ServletResponseWrapper wrapper) {
                layer = wrapper.getResponse();
            }
            return (HttpServletResponse) layer;
        }
    },
    /** A response that belongs to no container. */
    BLANK {
        @Override
        HttpServletResponse of(HttpServletResponse response) {
            return Blank.RESPONSE;
        }
    };

    /** Returns the base that a container needs. */
    static CaptureBase on(Container container) {
        return container.traits().needsOwnResponse() ? OWN : BLANK;
    }

    abstract HttpServletResponse of(HttpServletResponse response);

    private static final class Blank {
        static final HttpServletResponse RESPONSE = (HttpServletResponse) Proxy.newProxyInstance(
                CaptureBase.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                    throw new IllegalStateException("A captured response passed " + method.getName() + " on");
                });
    }
}
