/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.traffic;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The routes of the application under load. */
public final class TrafficServlets {
    static final int CALLERS = 6;

    private TrafficServlets() {}

    /** Keeps who calls in a thread-local, as many applications do. */
    public static final class Identity implements Filter {
        static final ThreadLocal<String> WHO = new ThreadLocal<>();

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            WHO.set(String.valueOf(((HttpServletRequest) request).getHeader("Authorization")));
            try {
                chain.doFilter(request, response);
            } finally {
                WHO.remove();
            }
        }
    }

    /** Lets only some callers pass. */
    public static final class Guard implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (String.valueOf(((HttpServletRequest) request).getHeader("Authorization"))
                    .endsWith("-trusted")) {
                chain.doFilter(request, response);
            } else {
                ((HttpServletResponse) response).sendError(403);
            }
        }
    }

    /** Answers who called and with what, after all callers have arrived where the path says so. */
    public static final class Who extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient CyclicBarrier everybody = new CyclicBarrier(CALLERS);

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            if (String.valueOf(request.getPathInfo()).startsWith("/meet-")) {
                meet();
            }
            response.setContentType("application/json");
            response.getWriter()
                    .write("{\"who\":\"" + request.getHeader("Authorization") + "\",\"here\":\"" + Identity.WHO.get()
                            + "\",\"path\":\"" + request.getServletPath() + request.getPathInfo() + "\"}");
        }

        private void meet() throws ServletException {
            try {
                everybody.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new ServletException(e);
            }
        }
    }

    /** Doesn't end by itself: it waits, or ignores interrupts, or writes for ever, until it is released. */
    public static final class Endless extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient CountDownLatch released = new CountDownLatch(1);
        private final transient CountDownLatch twoWereInterrupted = new CountDownLatch(2);

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            switch (String.valueOf(request.getPathInfo())) {
                case "/waits" -> await(released);
                case "/two-were-interrupted" -> await(twoWereInterrupted);
                case "/deaf" -> deaf();
                case "/writes" -> write(response);
                default -> released.countDown();
            }
        }

        private static void await(CountDownLatch latch) throws ServletException {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new ServletException(e);
            }
        }

        private void deaf() {
            boolean interrupted = false;
            while (released.getCount() > 0) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    if (!interrupted) {
                        twoWereInterrupted.countDown();
                    }
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void write(HttpServletResponse response) throws IOException {
            byte[] much = new byte[8192];
            while (released.getCount() > 0 && !Thread.currentThread().isInterrupted()) {
                response.getOutputStream().write(much);
            }
        }
    }
}
