/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the application's session cookie lacks of a browser's protections (RFC 6265bis section 5.6), as far as it can be seen. */
final class CookieAdvice {
    private CookieAdvice() {}

    /** Returns a sentence for the operator for each protection that is missing. */
    static List<String> of(ServletContext context) {
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        List<String> advice = new ArrayList<>();
        if (!cookie.isHttpOnly()) {
            advice.add("set http-only in the cookie-config of web.xml, so that no script reads the session's id");
        }
        if (!cookie.isSecure()) {
            advice.add("set secure in the cookie-config of web.xml, so that the session's id never leaves TLS");
        }
        String sameSite = Optional.ofNullable(cookie.getAttribute("SameSite")).orElse("");
        if (!sameSite.equalsIgnoreCase("Lax") && !sameSite.equalsIgnoreCase("Strict")) {
            advice.add(
                    "set the attribute SameSite to Lax or Strict, in the cookie-config of web.xml or in the container,"
                            + " so that no other site sends the cookie");
        }
        if (!Optional.ofNullable(cookie.getName()).orElse("").startsWith("__Host-")) {
            advice.add("give the cookie a name that starts with __Host-, so that no other host can set it");
        }
        if (context.getEffectiveSessionTrackingModes().contains(SessionTrackingMode.URL)) {
            advice.add("set tracking-mode to COOKIE in web.xml, so that no URL holds a session's id");
        }
        return List.copyOf(advice);
    }
}
