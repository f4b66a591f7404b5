/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.matrix;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.HttpConstraintElement;
import jakarta.servlet.HttpMethodConstraintElement;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletSecurityElement;
import jakarta.servlet.annotation.ServletSecurity.EmptyRoleSemantic;
import jakarta.servlet.annotation.ServletSecurity.TransportGuarantee;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Registers in a generated application what its plan has registered by code, each at its time. */
public final class Registrar implements ServletContainerInitializer {
    static final String PLAN = "/WEB-INF/matrix.plan";

    /** Registers what an initializer may. */
    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        for (String[] line : lines(context)) {
            if (line[0].equals("servlet")) {
                servlet(context, line);
            }
        }
        filters(context, "INITIALIZER");
    }

    /** Registers filters when the context is initialized. */
    public static final class Listener implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            filters(event.getServletContext(), "LISTENER");
        }
    }

    /** Maps filters as late as an application may: while its servlets are loaded. */
    public static final class Late extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        public void init() {
            filters(getServletContext(), "LATE");
        }
    }

    private static void servlet(ServletContext context, String[] line) {
        ServletRegistration.Dynamic servlet = context.addServlet(line[1], new MatrixServlet());
        servlet.addMapping(line[2].split(",", -1));
        servlet.setAsyncSupported(true);
        if (line.length > 3) {
            servlet.setServletSecurity(new ServletSecurityElement(element(line[4], line[3]), methods(line[5])));
        }
    }

    private static HttpConstraintElement element(String empty, String role) {
        String[] roles = role.isEmpty() ? new String[0] : new String[] {role};
        return new HttpConstraintElement(EmptyRoleSemantic.valueOf(empty), TransportGuarantee.NONE, roles);
    }

    private static List<HttpMethodConstraintElement> methods(String text) {
        List<HttpMethodConstraintElement> methods = new ArrayList<>();
        for (String each : text.split(",", 0)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                String role = each.substring(equals + 1);
                String empty = role.isEmpty() ? "DENY" : "PERMIT";
                methods.add(new HttpMethodConstraintElement(each.substring(0, equals), element(empty, role)));
            }
        }
        return methods;
    }

    private static void filters(ServletContext context, String style) {
        for (String[] line : lines(context)) {
            if (line[0].equals("filter") && line[1].equals(style)) {
                map(registration(context, line[2]), line);
            }
        }
    }

    private static FilterRegistration registration(ServletContext context, String name) {
        FilterRegistration declared = context.getFilterRegistration(name);
        if (declared != null) {
            return declared;
        }
        FilterRegistration.Dynamic added = context.addFilter(name, new MatrixFilter());
        added.setAsyncSupported(true);
        return added;
    }

    private static void map(FilterRegistration filter, String[] line) {
        EnumSet<DispatcherType> types = EnumSet.noneOf(DispatcherType.class);
        for (String type : line[5].split(",", 0)) {
            if (!type.isEmpty()) {
                types.add(DispatcherType.valueOf(type));
            }
        }
        boolean after = Boolean.parseBoolean(line[6]);
        if (line[3].equals("servlet")) {
            filter.addMappingForServletNames(types.isEmpty() ? null : types, after, line[4]);
        } else {
            filter.addMappingForUrlPatterns(types.isEmpty() ? null : types, after, line[4]);
        }
    }

    private static List<String[]> lines(ServletContext context) {
        try (InputStream in = context.getResourceAsStream(PLAN)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(";", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
