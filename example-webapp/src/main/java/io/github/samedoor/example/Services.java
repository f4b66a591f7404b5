/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import io.github.samedoor.filter.IdentityContext;
import jakarta.servlet.ServletContext;
import java.time.temporal.ChronoUnit;

/**
 * What the servlets and filters of the application share. Thread-safe.
 *
 * @param identity users, tokens, sessions and logins
 * @param notes everybody's notes
 * @param settings everybody's settings
 * @param figures what the routes have done
 */
record Services(IdentityContext identity, Notes notes, Settings settings, RequestFigures figures) {
    /**
     * Finds the services of a running application.
     *
     * @param context the application
     * @return what {@link StartUp} put there
     */
    static Services of(ServletContext context) {
        if (context.getAttribute(Services.class.getName()) instanceof Services services) {
            return services;
        }
        throw new IllegalStateException("StartUp isn't a listener in web.xml, or it failed");
    }

    void keepIn(ServletContext context) {
        context.setAttribute(Services.class.getName(), this);
    }

    /** Returns the time in UTC as ISO 8601 writes it, to the millisecond. */
    String now() {
        return identity.clock().instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
