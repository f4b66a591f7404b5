/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

/** A request that can't be served as it is; {@link JsonServlet} answers it with its status and message. */
final class HttpRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Refuses a request.
     *
     * @param status the HTTP status of the answer, 4xx
     * @param message what is wrong and how to mend it, for the caller to read
     */
    HttpRefusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Returns the sentence for the caller. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
