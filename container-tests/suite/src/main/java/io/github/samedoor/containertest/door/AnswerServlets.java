/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.door;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Routes that answer in unusual ways, or not at all. */
public final class AnswerServlets {
    private AnswerServlets() {}

    /** Answers as its path says. */
    public static final class Answers extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            response.setContentType("text/plain");
            switch (String.valueOf(request.getPathInfo())) {
                case "/error" -> response.sendError(409, "no");
                case "/error-after-text" -> {
                    response.getWriter().write("gone");
                    response.sendError(404);
                    response.getWriter().write("too late");
                }
                case "/redirect" -> response.sendRedirect("/somewhere?x=1");
                case "/servlet-exception" -> throw new ServletException("meant");
                case "/io-exception" -> throw new IOException("meant");
                case "/runtime-exception" -> throw new IllegalStateException("meant");
                case "/linkage-error" -> throw new NoClassDefFoundError("meant");
                case "/reset" -> {
                    response.setHeader("X-Gone", "yes");
                    response.setStatus(299);
                    response.getWriter().write("gone");
                    response.reset();
                    response.getWriter().write("kept " + response.containsHeader("X-Gone") + response.getStatus());
                }
                case "/flushed" -> flushed(response);
                case "/closed" -> {
                    response.getWriter().write("all");
                    response.getWriter().close();
                    response.getWriter().write(" too late");
                }
                case "/stream-after-writer" -> {
                    response.getWriter().write("text ");
                    response.getOutputStream().print("never");
                }
                case "/trailers" -> {
                    response.setTrailerFields(() -> Map.of("X-Trailer", "yes"));
                    response.getWriter().write("with trailers");
                }
                case "/charset" -> {
                    response.setContentType("text/plain;charset=UTF-8");
                    response.setCharacterEncoding("ISO-8859-1");
                    response.getWriter().write(response.getContentType().toLowerCase(Locale.ROOT));
                }
                case "/long" -> response.getWriter().write("x".repeat(3_000));
                default -> response.getWriter().write("well");
            }
        }

        private static void flushed(HttpServletResponse response) throws IOException {
            response.getWriter().write("first");
            response.flushBuffer();
            response.setStatus(299);
            try {
                response.resetBuffer();
            } catch (IllegalStateException e) {
                response.getWriter().write(" then refused " + response.isCommitted());
            }
        }
    }

    /** Never returns on its own, whoever interrupts it, until it is released. */
    public static final class Stubborn extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient CountDownLatch interrupted = new CountDownLatch(1);
        private final transient CountDownLatch released = new CountDownLatch(1);

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (String.valueOf(request.getPathInfo())) {
                case "/wait" -> waitForRelease();
                case "/interrupted" -> response.getWriter().write(String.valueOf(isInterrupted()));
                default -> released.countDown();
            }
        }

        private boolean isInterrupted() {
            try {
                return interrupted.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private void waitForRelease() {
            while (released.getCount() > 0) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
            }
        }
    }
}
