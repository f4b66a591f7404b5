/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterBindingTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a&role", "a\r\nb", "filter[name]", "\u00e9", "a:b"})
    void aNameIsPlainText(String name) {
        assertThrows(IllegalArgumentException.class, () -> new ParameterBinding(name, Place.QUERY, false, "{}"));
    }

    @Test
    void aNameHasAtMost64Characters() {
        assertThat(
                new ParameterBinding("a".repeat(64), Place.QUERY, false, "{}")
                        .name()
                        .length(),
                is(64));
        assertThrows(
                IllegalArgumentException.class, () -> new ParameterBinding("a".repeat(65), Place.QUERY, false, "{}"));
    }

    @Test
    void aPathParameterIsAlwaysRequired() {
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> new ParameterBinding("id", Place.PATH, false, "{}"));

        assertThat(refused.getMessage(), containsString("can't be optional"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "authorization",
                "Proxy-Authorization",
                "proxy-x",
                "Cookie",
                "Set-Cookie",
                "Host",
                "Content-Length",
                "Content-Type",
                "Content-Encoding",
                "Transfer-Encoding",
                "TE",
                "Trailer",
                "Connection",
                "Upgrade",
                "Expect",
                "Forwarded",
                "X-Forwarded-For",
                "x-forwarded-proto",
                "X_Forwarded_For",
                "X-Forwarded",
                "X-Real-IP",
                "X-HTTP-Method",
                "X-HTTP-Method-Override",
                "X-Method-Override",
                "X-Original-URL",
                "X-Rewrite-URL",
                "Mcp-Session-Id",
                "mcp-param-x",
                "X-Tenant-Token",
                "Origin",
                "Referer",
                "Sec-Fetch-Site",
                "Via",
                "Remote_User",
                "True-Client-IP",
                "From",
                "traceparent",
                "tracestate",
                "WWW-Authenticate",
                "Keep-Alive",
                "HTTP2-Settings",
                "CF-Connecting-IP",
                "Client-IP",
                "X-Client-IP",
                "X-Cluster-Client-IP",
                "X-Remote-User",
                "Cookie2",
                "Set-Cookie2",
                "Access-Control-Request-Method"
            })
    void aHeaderThatServersBelieveCantBeAParameter(String name) {
        Exception refused = assertThrows(
                IllegalArgumentException.class, () -> new ParameterBinding(name, Place.HEADER, false, "{}"));

        assertThat(refused.getMessage(), containsString("The header '" + name + "' can't be a parameter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Request-Id", "Accept", "Accept-Language", "If-Match", "Prefer", "X-Hostname", "Method"})
    void otherHeadersCanBeParameters(String name) {
        assertThat(new ParameterBinding(name, Place.HEADER, false, "{}").name(), is(name));
    }

    @Test
    void theNameOfAReservedHeaderIsOrdinaryElsewhere() {
        assertThat(new ParameterBinding("host", Place.QUERY, false, "{}").place(), is(Place.QUERY));
    }
}
