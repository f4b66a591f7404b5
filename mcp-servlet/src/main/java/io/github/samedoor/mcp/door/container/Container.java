/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.container;

import java.util.List;
import java.util.function.Supplier;

/**
 * A servlet container that is known well enough to be believed about its guards.
 *
 * <p>One implementation a container. Each reads the container's own lists, because no Servlet API tells them in full
 * and in order. A list that can't be read is an exception, never a shorter list. Thread-safe.
 */
public sealed interface Container permits Tomcat, Jetty, Undertow {
    /** Returns the container's name and version, for the guard report. */
    String name();

    /**
     * Lists the filter mappings in the order in which the container keeps them.
     *
     * @throws UnreadableContainerException if the container doesn't answer as expected
     */
    List<FilterMapping> filterMappings();

    /**
     * Lists the servlet mappings, the default servlet's among them.
     *
     * @throws UnreadableContainerException if the container doesn't answer as expected
     */
    List<ServletMapping> servletMappings();

    /**
     * Lists the security constraints, whoever declared them.
     *
     * @throws UnreadableContainerException if the container doesn't answer as expected
     */
    List<SecurityConstraint> constraints();

    /**
     * Tells how the container authenticates.
     *
     * @throws UnreadableContainerException if the container doesn't answer as expected
     */
    LoginConfig login();

    /**
     * Tells whether a servlet has names of its own for roles ({@code security-role-ref}).
     *
     * @param servletName the servlet's name
     * @throws UnreadableContainerException if the container doesn't answer as expected
     */
    boolean hasRoleReferences(String servletName);

    /**
     * Tells whether a servlet is registered as one that may go asynchronous; if in doubt it isn't.
     *
     * @param servletName the servlet's name
     */
    boolean servletSupportsAsync(String servletName);

    /**
     * Tells whether a filter is registered as one that may stand before an asynchronous servlet; if in doubt it isn't.
     *
     * @param filterName the filter's name
     */
    boolean filterSupportsAsync(String filterName);

    /**
     * Returns the container's own lists of filter mappings and constraints, to be looked at before each call: as long as
     * they hold the same objects, nothing was registered.
     */
    List<Supplier<Object[]>> registrations();

    /** Returns whose way of putting constraints together this container has. */
    Combining combining();

    /** Whose way a container puts the constraints of a path and method together. */
    enum Combining {
        /** See {@code RealmBase}. */
        TOMCAT,
        /** See {@code ConstraintSecurityHandler}. */
        JETTY,
        /** As Jetty, but of several constraints that omit the same methods the last one counts alone. */
        JETTY_12_0,
        /** See {@code SecurityPathMatches}. */
        UNDERTOW
    }

    /** Returns the quirks of this container that a dispatch has to mind. */
    Traits traits();

    /**
     * What differs from container to container in a dispatch.
     *
     * @param separatesDeclaredFilters whether declared filter mappings always go before programmatic ones that are added
     *     after them, whatever the order of the calls
     * @param repeatsFilters whether a filter that is mapped twice to a path runs twice
     * @param mixesNameMappings whether filters mapped by servlet name run in their declared place, not after all others
     * @param runsWildcardNameAlways whether a filter mapped to the servlet name {@code *} runs on every dispatch,
     *     whatever its dispatcher types
     * @param wrapsOutside whether the container's own forward wrapper is the outermost request, not one beneath ours
     * @param needsOwnResponse whether a dispatch must find the container's own response under ours; elsewhere it must not,
     *     since the container would end it
     * @param showsRootAsServletPath whether the context root's path is shown as servlet path and not, as Servlet 6.0 section
     *     12.2 says, as path info
     */
    record Traits(
            boolean separatesDeclaredFilters,
            boolean repeatsFilters,
            boolean mixesNameMappings,
            boolean runsWildcardNameAlways,
            boolean wrapsOutside,
            boolean needsOwnResponse,
            boolean showsRootAsServletPath) {}
}
