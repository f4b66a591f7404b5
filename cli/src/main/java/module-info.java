/* SPDX-License-Identifier: Apache-2.0 */
/** The {@code samedoor} command. */
module io.github.samedoor.cli {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires info.picocli;
    requires io.github.samedoor.core;
    requires io.github.samedoor.passwords.argon;
    requires java.net.http;

    opens io.github.samedoor.cli to
            info.picocli;
}
