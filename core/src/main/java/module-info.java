/* SPDX-License-Identifier: Apache-2.0 */
/** Who may call what: callers, credentials, tokens, sessions, roles, routes and tools. */
module io.github.samedoor.core {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires org.slf4j;

    exports io.github.samedoor.access;
    exports io.github.samedoor.audit;
    exports io.github.samedoor.credential;
    exports io.github.samedoor.identity;
    exports io.github.samedoor.observation;
    exports io.github.samedoor.password;
    exports io.github.samedoor.ratelimit;
    exports io.github.samedoor.route;
    exports io.github.samedoor.session;
    exports io.github.samedoor.store;
    exports io.github.samedoor.token;
    exports io.github.samedoor.tool;
}
