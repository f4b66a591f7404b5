/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import io.github.samedoor.identity.Caller;
import java.time.Duration;

/** What came of a login. */
public sealed interface LoginResult {
    /**
     * The password is right.
     *
     * @param caller who logged in
     */
    record Accepted(Caller caller) implements LoginResult {}

    /** The name or the password is wrong, or the user is disabled: nobody is told which. Answer 401. */
    record Refused() implements LoginResult {}

    /** The password is longer than {@link PasswordLogin#MAX_PASSWORD_BYTES}; nothing was hashed. Answer 400. */
    record TooLong() implements LoginResult {}

    /**
     * There were too many failures; nothing was checked. Answer 429.
     *
     * @param retryAfter when another attempt makes sense
     */
    record Throttled(Duration retryAfter) implements LoginResult {}

    /**
     * Too many passwords are being checked already. Answer 503.
     *
     * @param retryAfter when another attempt makes sense
     */
    record Busy(Duration retryAfter) implements LoginResult {}
}
