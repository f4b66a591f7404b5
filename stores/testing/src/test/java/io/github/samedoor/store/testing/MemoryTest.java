/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.testing;

import io.github.samedoor.session.InMemorySessionStore;
import io.github.samedoor.session.SessionStore;
import io.github.samedoor.token.InMemoryTokenRegistry;
import io.github.samedoor.token.TokenRegistry;
import org.junit.jupiter.api.Nested;

class MemoryTest {
    @Nested
    class Sessions extends SessionStoreContract {
        private final SessionStore store = new InMemorySessionStore();

        @Override
        protected SessionStore a() {
            return store;
        }

        @Override
        protected SessionStore b() {
            return store;
        }
    }

    @Nested
    class Tokens extends TokenRegistryContract {
        private final TokenRegistry registry = new InMemoryTokenRegistry();

        @Override
        protected TokenRegistry a() {
            return registry;
        }

        @Override
        protected TokenRegistry b() {
            return registry;
        }
    }

    @Nested
    class Logins extends SessionIssuerContract {
        private final SessionStore store = new InMemorySessionStore();

        @Override
        protected SessionStore a() {
            return store;
        }

        @Override
        protected SessionStore b() {
            return store;
        }
    }
}
