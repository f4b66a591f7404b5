/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to know what becomes of an asynchronous call. Thread-safe. */
final class AsyncListeners {
    private static final Logger LOG = LoggerFactory.getLogger(AsyncListeners.class);

    private final List<Listening> all = new ArrayList<>();
    private Optional<CallAsyncContext> last = Optional.empty();

    private record Listening(
            AsyncListener listener, Optional<ServletRequest> request, Optional<ServletResponse> response) {
        AsyncEvent event(CallAsyncContext context, Optional<Throwable> cause) {
            return new AsyncEvent(
                    context,
                    request.orElseGet(context::getRequest),
                    response.orElseGet(context::getResponse),
                    cause.orElse(null));
        }
    }

    @FunctionalInterface
    private interface Telling {
        void tell(AsyncListener listener, AsyncEvent event) throws IOException;
    }

    synchronized void add(AsyncListener listener) {
        all.add(new Listening(listener, Optional.empty(), Optional.empty()));
    }

    synchronized void add(AsyncListener listener, ServletRequest request, ServletResponse response) {
        all.add(new Listening(listener, Optional.of(request), Optional.of(response)));
    }

    /** Tells the listeners of the time before, who then hear no more unless they are added anew. */
    void startAgain(CallAsyncContext context) {
        List<Listening> before;
        synchronized (this) {
            before = List.copyOf(all);
            all.clear();
            last = Optional.of(context);
        }
        tell(before, context, Optional.empty(), AsyncListener::onStartAsync);
    }

    void timeout(CallAsyncContext context) {
        tell(copy(), context, Optional.empty(), AsyncListener::onTimeout);
    }

    void error(CallAsyncContext context, Throwable cause) {
        tell(copy(), context, Optional.of(cause), AsyncListener::onError);
    }

    /** Tells everybody who listens that it is over, once. */
    void complete() {
        List<Listening> told = copy();
        synchronized (this) {
            all.clear();
        }
        last.ifPresent(context -> tell(told, context, Optional.empty(), AsyncListener::onComplete));
    }

    private synchronized List<Listening> copy() {
        return List.copyOf(all);
    }

    private static void tell(
            List<Listening> told, CallAsyncContext context, Optional<Throwable> cause, Telling telling) {
        for (Listening one : told) {
            try {
                telling.tell(one.listener(), one.event(context, cause));
            } catch (IOException | RuntimeException e) {
                LOG.warn("A listener of an asynchronous route failed", e);
            }
        }
    }
}
