/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.probe;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;

/** What the probe application has in {@code WEB-INF/classes}. */
final class ProbeServlets {
    private ProbeServlets() {}

    /** Named in web.xml; tells how the container sees the request and who may see what. */
    public static final class Hello extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String user = Optional.ofNullable(request.getUserPrincipal())
                    .map(Principal::getName)
                    .orElse("nobody");
            response.setContentType("text/plain");
            response.getWriter()
                    .print("hello " + getInitParameter("greeting") + " " + request.getMethod() + " "
                            + request.getServletPath() + " " + request.getPathInfo() + " " + user + " admin="
                            + request.isUserInRole("admin"));
        }
    }

    /** Answers from another thread. */
    @WebServlet(urlPatterns = "/async", asyncSupported = true)
    public static final class Async extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            AsyncContext async = request.startAsync();
            async.start(() -> {
                try {
                    async.getResponse().getWriter().print("later");
                } catch (IOException e) {
                    getServletContext().log("No answer", e);
                }
                async.complete();
            });
        }
    }

    /** Counts the requests of a session. */
    @WebServlet("/count")
    public static final class Counter extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            HttpSession session = request.getSession();
            int count = session.getAttribute("count") instanceof Integer before ? before + 1 : 1;
            session.setAttribute("count", count);
            response.getWriter().print(count);
        }
    }

    /** Named in web.xml with a multipart-config. */
    public static final class Upload extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            Part part = request.getPart("file");
            String text = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            response.getWriter().print(part.getSubmittedFileName() + "=" + text);
        }
    }

    /** Tells where classes come from. */
    @WebServlet("/loader")
    public static final class Loader extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            ClassLoader own = getServletContext().getClassLoader();
            boolean classes = getClass().getClassLoader() == own;
            boolean context = Thread.currentThread().getContextClassLoader() == own;
            response.getWriter()
                    .print("classes=" + classes + " context=" + context + " library="
                            + isFrom(own, "io.github.samedoor.containertest.probe.ProbeLibrary") + " tests="
                            + isSeen(own, "org.junit.jupiter.api.Test"));
        }

        private static boolean isFrom(ClassLoader loader, String type) {
            try {
                return Class.forName(type, false, loader).getClassLoader() == loader;
            } catch (ClassNotFoundException e) {
                return false;
            }
        }

        private static boolean isSeen(ClassLoader loader, String type) {
            try {
                Class.forName(type, false, loader);
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        }
    }

    /** Answers nothing but an error for the error page. */
    @WebServlet("/gone")
    public static final class Gone extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.sendError(HttpServletResponse.SC_GONE);
        }
    }

    /** Marks every answer. */
    @WebFilter(urlPatterns = "/*", asyncSupported = true)
    public static final class Mark implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            ((HttpServletResponse) response).addHeader("X-Trace", "annotated-filter");
            chain.doFilter(request, response);
        }
    }

    /** Named in web.xml, mapped before the annotated filter. */
    public static final class First implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            ((HttpServletResponse) response).addHeader("X-Trace", "web-xml-filter");
            chain.doFilter(request, response);
        }
    }

    /** Found by annotation; leaves a note that the fragment's listener finds. */
    @WebListener
    public static final class Started implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            event.getServletContext().setAttribute("started", "by-annotation");
        }
    }
}
