/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.door;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Servlets that go asynchronous in every way there is. */
public final class AsyncServlets {
    private static final String EVENTS = "events";

    private AsyncServlets() {}

    /** Does with its request what its path says. */
    public static final class Go extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String deed = String.valueOf(request.getPathInfo());
            if (request.getDispatcherType() == DispatcherType.ASYNC && !deed.equals("/dispatch-again")) {
                response.setContentType("application/json");
                response.getWriter().write(DoorServlets.View.text(request));
                return;
            }
            response.setContentType("text/plain");
            switch (deed) {
                case "/supported" ->
                    response.getWriter().write(request.isAsyncSupported() + " " + request.isAsyncStarted());
                case "/seen" -> response.getWriter().write(seen(getServletContext()));
                case "/read" -> read(request, response);
                case "/write" -> write(request, response);
                case "/sse" -> sse(request, response);
                case "/misuse" -> response.getWriter().write(misuse(request));
                case "/timeout", "/timeout-complete", "/timeout-dispatch", "/throws", "/throws-complete", "/events" ->
                    listen(deed, request, response);
                default -> go(deed, request, response);
            }
        }
    }

    private static void go(String deed, HttpServletRequest request, HttpServletResponse response) {
        switch (deed) {
            case "/complete" -> {
                AsyncContext async = request.startAsync();
                elsewhere(() -> write(async, "completed elsewhere"));
            }
            case "/wrapped" -> {
                AsyncContext async = request.startAsync(request, response);
                elsewhere(() -> write(async, "wrapped " + async.getRequest().isAsyncStarted()));
            }
            case "/at-once" -> write(request.startAsync(request, response), "at once");
            case "/start" -> {
                AsyncContext async = request.startAsync(request, response);
                async.start(() -> write(async, "started " + request.getRequestURI()));
            }
            case "/dispatch" -> {
                AsyncContext async = request.startAsync();
                request.setAttribute("kept", "yes");
                elsewhere(async::dispatch);
            }
            case "/dispatch-path" -> request.startAsync().dispatch("/t/view/inner?y=2");
            case "/dispatch-guarded" -> request.startAsync().dispatch("/asyncguarded/x");
            case "/dispatch-again" -> {
                boolean again = request.getDispatcherType() == DispatcherType.ASYNC;
                AsyncContext async = request.startAsync(request, response);
                elsewhere(() -> async.dispatch(again ? "/async/end" : "/async/dispatch-again"));
            }
            case "/odd-path" -> request.startAsync().dispatch("/t/view/..%2fx");
            default -> throw new IllegalArgumentException(deed);
        }
    }

    private static String seen(ServletContext context) {
        return context.getAttribute(EVENTS) instanceof Events events ? events.await() : "no events";
    }

    private static String misuse(HttpServletRequest request) {
        StringBuilder text = new StringBuilder(refused(request::getAsyncContext));
        AsyncContext async = request.startAsync();
        text.append(refused(request::startAsync)).append(request.getAsyncContext() == async);
        async.setTimeout(1234);
        text.append(async.getTimeout());
        elsewhere(async::dispatch);
        return text.toString();
    }

    private static String refused(Runnable deed) {
        try {
            deed.run();
            return "done ";
        } catch (IllegalStateException e) {
            return "refused ";
        }
    }

    private static void listen(String deed, HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync(request, response);
        Events events = new Events();
        request.getServletContext().setAttribute(EVENTS, events);
        async.addListener(events.listener(deed));
        async.setTimeout(deed.startsWith("/timeout") ? 100 : 20_000);
        if (deed.startsWith("/throws")) {
            throw new IllegalStateException("meant");
        }
        if (deed.equals("/events")) {
            elsewhere(() -> write(async, "told"));
        }
    }

    private static void sse(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync(request, response);
        response.setContentType("text/event-stream");
        elsewhere(() -> {
            try {
                for (int i = 0; i < 3; i++) {
                    async.getResponse().getOutputStream().print("data: " + i + "\n\n");
                    async.getResponse().flushBuffer();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            async.complete();
        });
    }

    private static void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext async = request.startAsync(request, response);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        ServletInputStream in = request.getInputStream();
        in.setReadListener(new ReadListener() {
            @Override
            public void onDataAvailable() throws IOException {
                byte[] some = new byte[4];
                while (in.isReady()) {
                    int count = in.read(some);
                    if (count < 0) {
                        return;
                    }
                    read.write(some, 0, count);
                }
            }

            @Override
            public void onAllDataRead() {
                write(async, "read " + read.toString(StandardCharsets.UTF_8));
            }

            @Override
            public void onError(Throwable t) {
                write(async, "failed");
            }
        });
    }

    private static void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext async = request.startAsync(request, response);
        ServletOutputStream out = response.getOutputStream();
        out.setWriteListener(new WriteListener() {
            private int count;

            @Override
            public void onWritePossible() throws IOException {
                while (out.isReady()) {
                    if (count == 20) {
                        async.complete();
                        return;
                    }
                    out.write(("line " + count++ + "\n").getBytes(StandardCharsets.US_ASCII));
                }
            }

            @Override
            public void onError(Throwable t) {
                async.complete();
            }
        });
    }

    private static void write(AsyncContext async, String text) {
        try {
            ServletResponse response = async.getResponse();
            response.setContentType("text/plain");
            response.getWriter().write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        async.complete();
    }

    private static void elsewhere(Runnable deed) {
        new Thread(deed, "elsewhere").start();
    }

    /** What a listener was told. */
    private static final class Events {
        private final List<String> told = new CopyOnWriteArrayList<>();
        private final CountDownLatch complete = new CountDownLatch(1);

        String await() {
            try {
                return complete.await(10, TimeUnit.SECONDS) ? told.toString() : "never complete: " + told;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "interrupted";
            }
        }

        AsyncListener listener(String deed) {
            return new AsyncListener() {
                @Override
                public void onComplete(AsyncEvent event) {
                    told.add("complete");
                    complete.countDown();
                }

                @Override
                public void onTimeout(AsyncEvent event) {
                    told.add("timeout");
                    if (deed.equals("/timeout-complete")) {
                        write(event.getAsyncContext(), "late but well");
                    } else if (deed.equals("/timeout-dispatch")) {
                        event.getAsyncContext().dispatch("/async/end");
                    }
                }

                @Override
                public void onError(AsyncEvent event) {
                    told.add("error " + (event.getThrowable() != null));
                    if (deed.equals("/throws-complete")) {
                        ((HttpServletResponse) event.getSuppliedResponse()).setStatus(200);
                        write(event.getAsyncContext(), "mended");
                    }
                }

                @Override
                public void onStartAsync(AsyncEvent event) {
                    told.add("again");
                }
            };
        }
    }
}
