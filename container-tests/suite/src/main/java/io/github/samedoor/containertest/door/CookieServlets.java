/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** An application whose login is a session, with a token against forged requests. */
public final class CookieServlets {
    static final String REMEMBER = "remember-me-0123456789";
    private static final String TOKEN = "token-of-the-session";

    private CookieServlets() {}

    /** The application's routes. */
    public static final class Routes extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain");
            switch (String.valueOf(request.getPathInfo())) {
                case "/begin" ->
                    response.getWriter().write("begun " + request.getSession().isNew());
                case "/login" -> login(request, response);
                case "/leak" -> leak(request, response);
                case "/logout" -> {
                    request.getSession().invalidate();
                    response.getWriter().write("gone");
                }
                default -> me(request, response);
            }
        }

        private static void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getSession(false) != null) {
                request.changeSessionId();
            }
            request.getSession().setAttribute("user", "joe");
            response.addCookie(new Cookie("remember", REMEMBER));
            response.addHeader("Set-Cookie", "theme=dark; Path=/");
            response.getWriter().write("hello");
        }

        private static void me(HttpServletRequest request, HttpServletResponse response) throws IOException {
            HttpSession session = request.getSession(false);
            Object user = session == null ? null : session.getAttribute("user");
            response.setStatus(user == null ? 401 : 200);
            response.getWriter().write(String.valueOf(user));
        }

        private static void leak(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String id = request.getSession().getId();
            response.setHeader("Location", "/x;jsessionid=" + id);
            response.setStatus(302);
            response.getWriter().write("session " + id + " and " + request.getHeader("Cookie"));
        }
    }

    /** Lets nobody change anything who doesn't know the session's token. */
    public static final class ForgeryGuard extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            boolean known = TOKEN.equals(request.getHeader("X-CSRF-TOKEN"));
            if (!request.getMethod().equals("POST") || known) {
                chain.doFilter(request, response);
            } else {
                response.setStatus(403);
            }
        }
    }
}
