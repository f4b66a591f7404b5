/* SPDX-License-Identifier: Apache-2.0 */
/** Shows, in an application's own tests, that every tool call answers as the direct call of its route. */
module io.github.samedoor.testkit {
    requires static transitive org.jspecify;
    requires transitive org.junit.jupiter.api;
    requires com.fasterxml.jackson.databind;
    requires java.net.http;
    requires org.opentest4j;

    exports io.github.samedoor.testkit;
}
