/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.cli;

/** Something that can't be done, with a text for the user that says why. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message, null, false, false);
    }
}
