/* SPDX-License-Identifier: Apache-2.0 */
/** Who may call what: callers, credentials, tokens, sessions, roles, routes and tools. */
module io.github.samedoor.core {
    requires static transitive org.jspecify;

    exports io.github.samedoor.route;
    exports io.github.samedoor.tool;
}
