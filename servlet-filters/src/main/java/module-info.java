/* SPDX-License-Identifier: Apache-2.0 */
/** Authentication, roles, tenants, rate limits and audit as plain servlet filters, useful without MCP. */
module io.github.samedoor.filter {
    requires static transitive org.jspecify;
    requires transitive jakarta.servlet;
    requires transitive io.github.samedoor.core;
    requires io.github.bucket4j.core;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires java.xml;

    exports io.github.samedoor.filter;
    exports io.github.samedoor.filter.admin;

    uses io.github.samedoor.password.PasswordHasher;
    uses io.github.samedoor.store.SharedStoreProvider;
}
