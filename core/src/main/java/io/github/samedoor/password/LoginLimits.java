/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import io.github.samedoor.ratelimit.RateLimit;
import java.time.Duration;

/**
 * How many failed logins are allowed.
 *
 * @param perAccount for one name from one address
 * @param perAddress for one address, whatever the names
 * @param delay how long to wait after failures in a row, for one name from one address
 */
public record LoginLimits(RateLimit perAccount, RateLimit perAddress, LoginDelay delay) {
    /**
     * Returns the limits that hold where nothing else is configured: 5 a minute for a name from one address, 30 a minute
     * for an address, and {@link LoginDelay#standard()}.
     *
     * @return the limits
     */
    public static LoginLimits standard() {
        return new LoginLimits(
                new RateLimit("login-account", 5, Duration.ofMinutes(1)),
                new RateLimit("login-address", 30, Duration.ofMinutes(1)),
                LoginDelay.standard());
    }
}
