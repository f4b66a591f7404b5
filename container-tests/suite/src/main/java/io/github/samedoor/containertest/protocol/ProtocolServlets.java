/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.protocol;

import io.github.samedoor.mcp.ToolCall;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The routes of the application that the protocol is tried on. */
public final class ProtocolServlets {
    private static final String REACHED = "reached";

    private ProtocolServlets() {}

    /** Answers, and counts how often it did. */
    public static final class Answering extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            counter(request).incrementAndGet();
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write("answered");
        }
    }

    /** Asks its caller where that is possible, and does without where it isn't. */
    public static final class Asking extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private static final String FORM = "{\"mode\":\"form\",\"message\":\"Who?\",\"requestedSchema\":"
                + "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}}}";

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Optional<ToolCall> call = ToolCall.of(request);
            call.ifPresent(present -> present.ask("name", ToolCall.Input.ELICITATION, FORM));
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(call.isPresent() ? "asked" : "nobody to ask");
        }
    }

    /** Tells how often routes were reached. */
    public static final class Count extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write(counter(request).toString());
        }
    }

    private static synchronized AtomicInteger counter(HttpServletRequest request) {
        if (request.getServletContext().getAttribute(REACHED) instanceof AtomicInteger counter) {
            return counter;
        }
        AtomicInteger counter = new AtomicInteger();
        request.getServletContext().setAttribute(REACHED, counter);
        return counter;
    }
}
