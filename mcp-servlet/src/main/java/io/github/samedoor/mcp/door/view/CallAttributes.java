/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one call: a scope of its own, so that no marker left by the guards of the MCP endpoint is seen by the
 * guards of the route.
 *
 * <p>What a container needs for its own work, and what it tells about the connection, goes through to its own request. What
 * a route could tell a container to do with the response, such as Tomcat's sendfile, does not.
 */
final class CallAttributes {
    private static final List<String> CONTAINER_PREFIXES = List.of(
            "org.apache.catalina.",
            "org.eclipse.jetty.",
            "io.undertow.",
            "jakarta.servlet.request.",
            "jakarta.servlet.include.");

    /** Jetty computes the forward attributes of a nested forward from here, and would find the MCP request. */
    private static final String JETTY_ORIGINAL = "org.eclipse.jetty.originalRequest";

    /** Tomcat notes here that a filter doesn't support asynchronous calls; the call knows that by itself. */
    private static final String TOMCAT_ASYNC = "org.apache.catalina.ASYNC_SUPPORTED";

    /** What a route can do beyond answering: given on, but not named, so that the names are those of a direct call. */
    private static final String TOOL_CALL = "io.github.samedoor.mcp.ToolCall";

    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9/_-]*");

    private final Map<String, Object> own = new LinkedHashMap<>();
    private final OpenCall call;

    CallAttributes(OpenCall call) {
        this.call = call;
    }

    @Nullable
    Object get(String name, ServletRequest container) {
        if (name.equals(RequestDispatcher.INCLUDE_CONTEXT_PATH) && call.isBetweenStages()) {
            return plainContextPath(container.getServletContext());
        }
        Object value = own.get(name);
        return value == null && (isContainers(name) || name.equals(TOOL_CALL)) ? container.getAttribute(name) : value;
    }

    void set(String name, @Nullable Object value, ServletRequest container) {
        if (isContainers(name)) {
            container.setAttribute(name, value);
        } else if (value == null) {
            own.remove(name);
        } else {
            own.put(name, value);
        }
    }

    void remove(String name, ServletRequest container) {
        if (isContainers(name)) {
            container.removeAttribute(name);
        } else {
            own.remove(name);
        }
    }

    Enumeration<String> names(ServletRequest container) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : Collections.list(container.getAttributeNames())) {
            if (isContainers(name)) {
                names.add(name);
            }
        }
        names.addAll(own.keySet());
        return Collections.enumeration(names);
    }

    // Told to Tomcat, to show that a forward of the relay stays in this application. Else it encodes the context path
    // each time, with an encoder of 8 kB. A path that an encoder would change is left to it.
    private static @Nullable String plainContextPath(ServletContext context) {
        String path = context.getContextPath();
        return PLAIN_PATH.matcher(path).matches() ? path : null;
    }

    private static boolean isContainers(String name) {
        for (String prefix : CONTAINER_PREFIXES) {
            if (name.startsWith(prefix)) {
                return !name.equals(JETTY_ORIGINAL) && !name.equals(TOMCAT_ASYNC);
            }
        }
        return false;
    }
}
