/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import io.github.samedoor.mcp.door.container.ServletMapping;
import io.github.samedoor.mcp.door.container.UrlPattern;
import io.github.samedoor.mcp.door.view.TargetPath;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.MappingMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which servlet a direct request of a path arrives at (Servlet 6.0 section 12.1).
 *
 * <p>Immutable and thread-safe. The paths are decoded ones that hold nothing ambiguous, so no container reads them in
 * another way.
 */
public final class ServletPaths {
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, ServletMapping> prefix = new HashMap<>();
    private final Map<String, ServletMapping> extension = new HashMap<>();
    private final Optional<String> defaultServlet;
    private final boolean showsRootAsServletPath;

    /**
     * Keeps the mappings of an application.
     *
     * @param mappings all of them, the container's default servlet among them
     * @param showsRootAsServletPath whether the context root is shown as servlet path, not as path info
     */
    public ServletPaths(List<ServletMapping> mappings, boolean showsRootAsServletPath) {
        this.showsRootAsServletPath = showsRootAsServletPath;
        Optional<String> byDefault = Optional.empty();
        for (ServletMapping mapping : mappings) {
            UrlPattern pattern = mapping.pattern();
            if (pattern.isDefault()) {
                byDefault = Optional.of(mapping.servletName());
            } else if (pattern.isPrefix()) {
                prefix.put(pattern.prefix(), mapping);
            } else if (pattern.isExtension()) {
                extension.put(pattern.text().substring(2), mapping);
            } else {
                exact.put(pattern.text(), mapping.servletName());
            }
        }
        defaultServlet = byDefault;
    }

    /**
     * Finds the servlet of a path.
     *
     * @param path a decoded path below the context path
     * @return where it arrives, or empty where no servlet is mapped, not even a default one
     */
    public Optional<TargetPath> resolve(String path) {
        if (path.equals("/") && exact.containsKey("")) {
            return Optional.of(
                    showsRootAsServletPath
                            ? target("/", Optional.empty(), exact.get(""), "", "", MappingMatch.CONTEXT_ROOT)
                            : target("", Optional.of("/"), exact.get(""), "", "", MappingMatch.CONTEXT_ROOT));
        }
        String byExact = exact.get(path);
        if (byExact != null) {
            return Optional.of(target(path, Optional.empty(), byExact, path, path.substring(1), MappingMatch.EXACT));
        }
        return byPrefix(path).or(() -> byExtension(path)).or(() -> byDefault(path));
    }

    /** Tells whether a path arrives at the default servlet only. */
    public boolean isDefault(TargetPath target) {
        return target.mapping().getMappingMatch() == MappingMatch.DEFAULT;
    }

    private Optional<TargetPath> byPrefix(String path) {
        String candidate = path;
        while (true) {
            ServletMapping mapping = prefix.get(candidate);
            if (mapping != null) {
                String rest = path.substring(candidate.length());
                return Optional.of(target(
                        candidate,
                        rest.isEmpty() ? Optional.empty() : Optional.of(rest),
                        mapping.servletName(),
                        mapping.pattern().text(),
                        rest.isEmpty() ? "" : rest.substring(1),
                        MappingMatch.PATH));
            }
            int slash = candidate.lastIndexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            candidate = candidate.substring(0, slash);
        }
    }

    private Optional<TargetPath> byExtension(String path) {
        int dot = path.lastIndexOf('.');
        if (dot < path.lastIndexOf('/')) {
            return Optional.empty();
        }
        return Optional.ofNullable(extension.get(path.substring(dot + 1)))
                .map(mapping -> target(
                        path,
                        Optional.empty(),
                        mapping.servletName(),
                        mapping.pattern().text(),
                        path.substring(1, dot),
                        MappingMatch.EXTENSION));
    }

    private Optional<TargetPath> byDefault(String path) {
        return defaultServlet.map(servlet -> target(path, Optional.empty(), servlet, "/", "", MappingMatch.DEFAULT));
    }

    private static TargetPath target(
            String servletPath,
            Optional<String> pathInfo,
            String servlet,
            String pattern,
            String matchValue,
            MappingMatch match) {
        return new TargetPath(servletPath, pathInfo, new Mapping(matchValue, pattern, servlet, match));
    }

    private record Mapping(String matchValue, String pattern, String servletName, MappingMatch mappingMatch)
            implements HttpServletMapping {
        @Override
        public String getMatchValue() {
            return matchValue;
        }

        @Override
        public String getPattern() {
            return pattern;
        }

        @Override
        public String getServletName() {
            return servletName;
        }

        @Override
        public MappingMatch getMappingMatch() {
            return mappingMatch;
        }
    }
}
