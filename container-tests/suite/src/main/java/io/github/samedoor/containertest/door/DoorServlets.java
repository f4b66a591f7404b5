/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The servlets and filters of the application that the door is tried on. */
public final class DoorServlets {
    private static final String TRACE = "trace";

    private DoorServlets() {}

    /** Tells all it sees of its request. */
    public static final class View extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] view = text(request).getBytes(StandardCharsets.UTF_8);
            response.setContentType("application/json");
            response.setHeader("X-View", "seen");
            response.getOutputStream().write(view);
        }

        static String text(HttpServletRequest request) throws IOException {
            return json(view(request));
        }

        private static Map<String, @Nullable String> view(HttpServletRequest request) throws IOException {
            Map<String, @Nullable String> view = new TreeMap<>();
            view.put("method", request.getMethod());
            view.put("uri", request.getRequestURI());
            view.put("url", request.getRequestURL().toString());
            view.put("contextPath", request.getContextPath());
            view.put("servletPath", request.getServletPath());
            view.put("pathInfo", request.getPathInfo());
            view.put(
                    "mapping",
                    request.getHttpServletMapping().getPattern()
                            + ' '
                            + request.getHttpServletMapping().getServletName()
                            + ' '
                            + request.getHttpServletMapping().getMappingMatch());
            view.put("query", request.getQueryString());
            view.put("contentType", request.getContentType());
            view.put("length", Long.toString(request.getContentLengthLong()));
            view.put("dispatcher", request.getDispatcherType().toString());
            view.put("user", request.getRemoteUser());
            view.put("authorization", request.getHeader("Authorization"));
            view.put("cookies", Arrays.toString(request.getCookies()));
            view.put("session", String.valueOf(request.getSession(false)));
            Map<String, String> parameters = new TreeMap<>();
            request.getParameterMap().forEach((name, values) -> parameters.put(name, Arrays.toString(values)));
            view.put("parameters", parameters.toString());
            view.put("body", new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            Set<String> attributes = new TreeSet<>(Collections.list(request.getAttributeNames()));
            attributes.removeIf(name -> name.startsWith("org.") || request.getAttribute(name) == null);
            view.put("attributes", attributes.toString());
            view.put("forwardedFrom", String.valueOf(request.getAttribute("jakarta.servlet.forward.request_uri")));
            view.put("includedAs", String.valueOf(request.getAttribute("jakarta.servlet.include.request_uri")));
            view.put("trace", String.valueOf(request.getAttribute(TRACE)));
            return view;
        }

        private static String json(Map<String, @Nullable String> view) {
            StringBuilder json = new StringBuilder("{");
            view.forEach((name, value) -> json.append(json.length() == 1 ? "" : ",")
                    .append('"')
                    .append(name)
                    .append("\":\"")
                    .append(String.valueOf(value).replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"'));
            return json.append('}').toString();
        }
    }

    /** Goes on to another path as its init-params say. */
    public static final class Onward extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            switch (String.valueOf(request.getPathInfo())) {
                case "/forward" ->
                    request.getRequestDispatcher("/t/view/inner?y=2").forward(request, response);
                case "/context" ->
                    getServletContext().getRequestDispatcher("/t/view/inner").forward(request, response);
                case "/relative" ->
                    request.getRequestDispatcher("../t/view/inner").forward(request, response);
                case "/named" -> getServletContext().getNamedDispatcher("view").forward(request, response);
                case "/include" ->
                    request.getRequestDispatcher("/t/view/inner?y=2").include(request, response);
                case "/twice" -> request.getRequestDispatcher("/onward/forward").forward(request, response);
                case "/error" -> response.sendError(409, "no");
                case "/redirect" -> response.sendRedirect("/somewhere");
                case "/throws" -> throw new ServletException("meant");
                case "/runtime" -> throw new IllegalStateException("meant");
                case "/reset" -> {
                    response.getWriter().write("gone");
                    response.reset();
                    response.setStatus(202);
                    response.getWriter().write("{\"kept\":true}");
                }
                case "/session" -> {
                    request.getSession().setAttribute("seen", "yes");
                    response.getWriter()
                            .write("{\"seen\":\"" + request.getSession().getAttribute("seen") + "\"}");
                }
                case "/login" -> {
                    request.login("root", "roots-password");
                    response.getWriter().write("{\"now\":\"" + request.getRemoteUser() + "\"}");
                }
                case "/sendfile" -> sendFile(request, response);
                case "/flushed" -> {
                    response.getWriter().write("{\"flushed\":true}");
                    response.flushBuffer();
                }
                default -> response.sendError(404);
            }
        }

        /** Lets Tomcat send a file where it offers to, and writes the same bytes where it doesn't. */
        private static void sendFile(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] bytes = "{\"file\":true}".getBytes(StandardCharsets.UTF_8);
            if (!Boolean.TRUE.equals(request.getAttribute("org.apache.tomcat.sendfile.support"))) {
                response.getOutputStream().write(bytes);
                return;
            }
            Path file = Files.write(Files.createTempFile("door", ".json"), bytes);
            file.toFile().deleteOnExit();
            response.setContentLength(bytes.length);
            request.setAttribute(
                    "org.apache.tomcat.sendfile.filename", file.toRealPath().toString());
            request.setAttribute("org.apache.tomcat.sendfile.start", 0L);
            request.setAttribute("org.apache.tomcat.sendfile.end", (long) bytes.length);
        }
    }

    /** Notes that it ran and, as a guard, turns away who doesn't know the word. */
    public static class Trace implements Filter {
        private String name = "";
        private boolean guards;
        private boolean oncePerRequest;
        private boolean answers;

        /** Reads what kind of filter this one is. */
        @Override
        public void init(FilterConfig config) {
            name = config.getFilterName();
            guards = name.toLowerCase(Locale.ROOT).contains("guard");
            oncePerRequest = name.contains("Once");
            answers = name.contains("Answering");
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (oncePerRequest && request.getAttribute(name + ".done") != null) {
                chain.doFilter(request, response);
                return;
            }
            if (oncePerRequest) {
                request.setAttribute(name + ".done", true);
            }
            HttpServletRequest http = (HttpServletRequest) request;
            Object before = request.getAttribute(TRACE);
            request.setAttribute(
                    TRACE,
                    (before == null ? "" : before + " ") + name + "@" + request.getDispatcherType() + "@"
                            + http.getServletPath() + "+" + http.getPathInfo());
            if (guards && !"Bearer sesame".equals(http.getHeader("Authorization"))) {
                HttpServletResponse refusal = (HttpServletResponse) response;
                refusal.setStatus(401);
                refusal.setHeader("WWW-Authenticate", "Bearer realm=\"door\"");
                refusal.setContentType("application/json");
                refusal.getWriter().write("{\"error\":\"" + name + "\"}");
            } else if (answers) {
                response.setContentType("application/json");
                response.getWriter()
                        .write("{\"answeredBy\":\"" + name + "\",\"trace\":\"" + request.getAttribute(TRACE) + "\"}");
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    /** A guard by annotation. */
    @WebFilter(filterName = "annotationGuard", urlPatterns = "/annotated/*", asyncSupported = true)
    public static final class AnnotationGuard extends Trace {}

    /** Writes around what the servlet writes. */
    public static final class Around implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            response.setContentType("application/json");
            ((HttpServletResponse) response).setHeader("X-Before", "yes");
            response.getOutputStream().print("{\"inside\":");
            chain.doFilter(request, response);
            response.getOutputStream().print("}");
        }
    }

    /** Registers filters while other initializers run. */
    public static final class Programmatic implements ServletContainerInitializer {
        @Override
        public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
            map(context, "programmaticGuard", "/programmatic/*", true);
            map(context, "programmaticFirst", "/t/*", false);
            map(context, "programmaticLast", "/t/*", true);
        }

        static void map(ServletContext context, String name, String pattern, boolean after) {
            var registration = context.addFilter(name, new Trace());
            registration.setAsyncSupported(true);
            registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), after, pattern);
        }
    }

    /** Maps a filter as late as an application may: while its servlets are loaded. */
    public static final class Late extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        public void init() {
            FilterRegistration late = getServletContext().getFilterRegistration("lateGuard");
            if (late != null) {
                late.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/late/*");
            }
        }
    }
}
