/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.junit.jupiter.api.Assertions.assertThrows;

/** The message with which an application refuses to start. */
final class StartFailure {
    private StartFailure() {}

    static String of(TestApp app) throws Exception {
        try (app) {
            return String.valueOf(assertThrows(Exception.class, app::start).getMessage());
        }
    }
}
