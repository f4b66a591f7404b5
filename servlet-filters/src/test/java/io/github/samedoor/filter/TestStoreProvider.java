/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.ratelimit.RateLimiter;
import io.github.samedoor.session.InMemorySessionStore;
import io.github.samedoor.session.SessionStore;
import io.github.samedoor.store.SharedStore;
import io.github.samedoor.store.SharedStoreProvider;
import io.github.samedoor.store.StoreSettings;
import io.github.samedoor.token.InMemoryTokenRegistry;
import io.github.samedoor.token.TokenRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A store that answers as long as the file of its setting {@code answers} is there; closing it deletes the file. */
public final class TestStoreProvider implements SharedStoreProvider {
    @Override
    public String type() {
        return "test";
    }

    @Override
    public Set<String> settings() {
        return Set.of("answers");
    }

    @Override
    public SharedStore open(StoreSettings settings) {
        Path answers = Path.of(settings.required("answers", "name a file"));
        return new TestStore(
                answers,
                whileThere(answers, SessionStore.class, new InMemorySessionStore()),
                whileThere(answers, TokenRegistry.class, new InMemoryTokenRegistry()),
                whileThere(answers, RateLimiter.class, new BucketRateLimiter(1000, System::nanoTime)));
    }

    private record TestStore(Path answers, SessionStore sessions, TokenRegistry tokens, RateLimiter limiter)
            implements SharedStore {
        @Override
        public void close() {
            try {
                Files.delete(answers);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static <T> T whileThere(Path answers, Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    if (!Files.exists(answers)) {
                        throw new StoreUnavailableException("The test store", new IOException("gone"));
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
