/* SPDX-License-Identifier: Apache-2.0 */
import io.github.samedoor.store.SharedStoreProvider;
import io.github.samedoor.store.jdbc.JdbcStoreProvider;

/** Sessions, issued tokens and counters in a database that several nodes share. */
module io.github.samedoor.store.jdbc {
    requires static transitive org.jspecify;
    requires transitive io.github.samedoor.core;
    requires transitive java.sql;
    requires java.naming;
    requires io.github.bucket4j.core;

    exports io.github.samedoor.store.jdbc;

    provides SharedStoreProvider with
            JdbcStoreProvider;
}
