/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import io.github.samedoor.ratelimit.RateLimiter;
import io.github.samedoor.session.SessionStore;
import io.github.samedoor.store.testing.RateLimiterContract;
import io.github.samedoor.store.testing.SessionIssuerContract;
import io.github.samedoor.store.testing.SessionStoreContract;
import io.github.samedoor.store.testing.TokenRegistryContract;
import io.github.samedoor.token.TokenRegistry;
import org.junit.jupiter.api.Nested;

/** All contracts on two nodes that share a database. */
abstract class JdbcStoreContract {
    abstract JdbcStore a();

    abstract JdbcStore b();

    @Nested
    class Sessions extends SessionStoreContract {
        @Override
        protected SessionStore a() {
            return JdbcStoreContract.this.a().sessions();
        }

        @Override
        protected SessionStore b() {
            return JdbcStoreContract.this.b().sessions();
        }
    }

    @Nested
    class Logins extends SessionIssuerContract {
        @Override
        protected SessionStore a() {
            return JdbcStoreContract.this.a().sessions();
        }

        @Override
        protected SessionStore b() {
            return JdbcStoreContract.this.b().sessions();
        }
    }

    @Nested
    class Tokens extends TokenRegistryContract {
        @Override
        protected TokenRegistry a() {
            return JdbcStoreContract.this.a().tokens();
        }

        @Override
        protected TokenRegistry b() {
            return JdbcStoreContract.this.b().tokens();
        }
    }

    @Nested
    class Limits extends RateLimiterContract {
        @Override
        protected RateLimiter a() {
            return JdbcStoreContract.this.a().limiter();
        }

        @Override
        protected RateLimiter b() {
            return JdbcStoreContract.this.b().limiter();
        }
    }
}
