/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.stream;

import io.github.samedoor.mcp.McpChanges;
import io.github.samedoor.mcp.ToolCall;
import io.github.samedoor.mcp.ToolCall.Input;
import io.github.samedoor.mcp.ToolCall.Level;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Routes that change something, ask, or go on until somebody ends them. */
public final class StreamServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String FORM = "{\"message\":\"Who?\",\"requestedSchema\":{\"type\":\"object\","
            + "\"properties\":{\"name\":{\"type\":\"string\"}}}}";

    private final transient Semaphore interrupted = new Semaphore(0);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ToolCall> call = ToolCall.of(request);
        response.setContentType("text/plain");
        response.getWriter()
                .write(
                        switch (request.getPathInfo()) {
                            case "/change" -> {
                                McpChanges.of(getServletContext()).resourceUpdated("app://watched");
                                yield "told";
                            }
                            case "/change-tools" -> {
                                McpChanges.of(getServletContext()).toolsChanged();
                                yield "told";
                            }
                            case "/ask" ->
                                call.flatMap(live -> live.ask("who", Input.ELICITATION, FORM))
                                        .orElse("nothing");
                            case "/endless" -> endless(call.orElseThrow());
                            case "/interrupted" -> wasInterrupted();
                            default -> "watched";
                        });
    }

    private String endless(ToolCall call) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            for (int i = 1; i < 500; i++) {
                call.log(Level.INFO, "", "still at it");
                call.progress(i, 0, "");
                if (never.await(20, TimeUnit.MILLISECONDS)) {
                    return "never";
                }
            }
            return "not interrupted";
        } catch (InterruptedException e) {
            interrupted.release();
            return "interrupted";
        }
    }

    private String wasInterrupted() {
        try {
            return interrupted.tryAcquire(10, TimeUnit.SECONDS) ? "yes" : "no";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "no";
        }
    }
}
