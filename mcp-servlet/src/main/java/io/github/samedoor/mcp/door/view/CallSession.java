/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The session that a route makes during a call: it lives as long as the call.
 *
 * <p>A caller without cookies would never come back to it, so the container isn't asked to keep one, and its cookie can't
 * leak into the MCP answer. Used by one thread at a time.
 */
@SuppressWarnings("deprecation") // the interface still has them in Servlet 6.0
final class CallSession implements HttpSession {
    private final ServletContext context;
    private final long created;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private String id = newId();
    private int maxInactiveInterval;
    private boolean valid = true;

    CallSession(ServletContext context, long created) {
        this.context = context;
        this.created = created;
        this.maxInactiveInterval = context.getSessionTimeout() * 60;
    }

    boolean isValid() {
        return valid;
    }

    String changeId() {
        id = newId();
        return id;
    }

    @Override
    public long getCreationTime() {
        checkValid();
        return created;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public long getLastAccessedTime() {
        checkValid();
        return created;
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public void setMaxInactiveInterval(int interval) {
        maxInactiveInterval = interval;
    }

    @Override
    public int getMaxInactiveInterval() {
        return maxInactiveInterval;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        checkValid();
        return attributes.get(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        checkValid();
        return Collections.enumeration(List.copyOf(attributes.keySet()));
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        checkValid();
        if (value == null) {
            removeAttribute(name);
            return;
        }
        Object before = attributes.put(name, value);
        if (before != value) {
            unbound(name, before);
            if (value instanceof HttpSessionBindingListener listener) {
                listener.valueBound(new HttpSessionBindingEvent(this, name, value));
            }
        }
    }

    @Override
    public void removeAttribute(String name) {
        checkValid();
        unbound(name, attributes.remove(name));
    }

    @Override
    public void invalidate() {
        checkValid();
        for (String name : List.copyOf(attributes.keySet())) {
            removeAttribute(name);
        }
        valid = false;
    }

    @Override
    public boolean isNew() {
        checkValid();
        return true;
    }

    private void unbound(String name, @Nullable Object value) {
        if (value instanceof HttpSessionBindingListener listener) {
            listener.valueUnbound(new HttpSessionBindingEvent(this, name, value));
        }
    }

    private void checkValid() {
        if (!valid) {
            throw new IllegalStateException("This session was invalidated");
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
