/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter.admin;

/** A request that an admin servlet doesn't do: a status, and a text that says why. */
final class AdminRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String reason;

    AdminRefusal(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
        this.reason = reason;
    }

    static AdminRefusal notFound(String what) {
        return new AdminRefusal(404, "No such " + what);
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }
}
