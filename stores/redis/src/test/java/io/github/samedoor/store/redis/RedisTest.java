/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.redis;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.ratelimit.RateLimiter;
import io.github.samedoor.session.SessionStore;
import io.github.samedoor.store.testing.RateLimiterContract;
import io.github.samedoor.store.testing.RedisServer;
import io.github.samedoor.store.testing.SessionIssuerContract;
import io.github.samedoor.store.testing.SessionStoreContract;
import io.github.samedoor.store.testing.TokenRegistryContract;
import io.github.samedoor.token.TokenRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

class RedisTest {
    private static RedisServer server;
    private static RedisStore nodeA;
    private static RedisStore nodeB;

    @BeforeAll
    static void open() {
        server = RedisServer.start();
        nodeA = RedisStore.open(new Secret(server.url()));
        nodeB = RedisStore.open(new Secret(server.url()));
    }

    @AfterAll
    static void close() {
        nodeA.close();
        nodeB.close();
        server.close();
    }

    @Nested
    class Sessions extends SessionStoreContract {
        @Override
        protected SessionStore a() {
            return nodeA.sessions();
        }

        @Override
        protected SessionStore b() {
            return nodeB.sessions();
        }
    }

    @Nested
    class Logins extends SessionIssuerContract {
        @Override
        protected SessionStore a() {
            return nodeA.sessions();
        }

        @Override
        protected SessionStore b() {
            return nodeB.sessions();
        }
    }

    @Nested
    class Tokens extends TokenRegistryContract {
        @Override
        protected TokenRegistry a() {
            return nodeA.tokens();
        }

        @Override
        protected TokenRegistry b() {
            return nodeB.tokens();
        }
    }

    @Nested
    class Limits extends RateLimiterContract {
        @Override
        protected RateLimiter a() {
            return nodeA.limiter();
        }

        @Override
        protected RateLimiter b() {
            return nodeB.limiter();
        }
    }
}
