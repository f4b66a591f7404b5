/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the filters have in common: settings that come from {@code web.xml} or from code, and no others.
 *
 * <p>There is no marker for requests that were seen before: every dispatch is judged anew.
 *
 * @param <S> the settings, immutable
 */
abstract class ConfiguredFilter<S> implements Filter {
    private final @Nullable S given;
    private volatile @Nullable S settings;
    private volatile @Nullable ServletContext context;

    /** Makes a filter that is configured by init-params. */
    ConfiguredFilter() {
        this.given = null;
    }

    /** Makes a filter that is configured in code. */
    ConfiguredFilter(S settings) {
        this.given = settings;
        this.settings = settings;
    }

    /** Returns the names of the init-params. */
    abstract Set<String> parameters();

    /** Reads the settings; an IllegalArgumentException says what to mend. */
    abstract S configure(InitParameters parameters);

    /** Tells the application about the settings; nothing by default. */
    void started(S settings, FilterConfig config) {}

    abstract void filter(S settings, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException;

    @Override
    public final void init(FilterConfig config) throws ServletException {
        try {
            S found = given == null ? configure(new InitParameters(config, parameters())) : given(given, config);
            FilterOrder.check(config.getServletContext());
            settings = found;
            started(found, config);
            context = config.getServletContext();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ServletException("Filter " + config.getFilterName() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void destroy() {
        ServletContext known = context;
        if (known != null) {
            IdentityContext.end(known);
        }
    }

    @Override
    public final void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        S known = settings;
        if (known == null) {
            throw new ServletException(getClass().getSimpleName() + " was called before its init");
        }
        if (!(request instanceof HttpServletRequest http && response instanceof HttpServletResponse httpResponse)) {
            throw new ServletException(getClass().getSimpleName() + " lets nothing but HTTP through");
        }
        filter(known, http, httpResponse, chain);
    }

    private static <S> S given(S settings, FilterConfig config) {
        if (!Collections.list(config.getInitParameterNames()).isEmpty()) {
            throw new IllegalArgumentException("it was made in code and takes no init-params; set them there");
        }
        return settings;
    }
}
