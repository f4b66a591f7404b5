/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterOrderTest {
    @TempDir
    Path webapp;

    @Test
    void theDocumentedOrderStarts() throws Exception {
        String order = mapped("AuditFilter", "/*")
                + mapped("AuthenticationFilter", "/*")
                + mapped("TenantFilter", "/*")
                + mapped("RateLimitFilter", "/*")
                + mapped("RoleFilter", "/admin/*");
        assertThat(starts(order), is(true));
        assertThat(starts("<!-- nothing -->"), is(true));
    }

    @ParameterizedTest
    @CsvSource({
        "RoleFilter, /admin/*, AuthenticationFilter, /*",
        "RoleFilter, /*, AuthenticationFilter, /admin/*",
        "RoleFilter, *.do, AuthenticationFilter, /*",
        "TenantFilter, /user/*, AuthenticationFilter, /user/*",
        "AuthenticationFilter, /*, AuditFilter, /*",
        "RoleFilter, /a, TenantFilter, /a",
    })
    void anotherOrderStopsTheStartAndNamesTheMend(String first, String path, String second, String other)
            throws Exception {
        write(mapped(first, path) + mapped(second, other));
        assertThat(
                StartFailure.of(app()),
                allOf(
                        containsString("the mapping of the filter '" + first + "' to " + path + " stands before"),
                        containsString("'" + second + "' to " + other + ": move it behind")));
    }

    @ParameterizedTest
    @CsvSource({
        "RoleFilter, /admin/*, AuthenticationFilter, /user/*",
        "RoleFilter, /a, AuthenticationFilter, /ab/*",
        "AddressLimit, /*, AuthenticationFilter, /*",
    })
    void filtersThatNeverMeetAndLimitsOfAddressesMayStandAnyhow(String first, String path, String second, String other)
            throws Exception {
        assertThat(starts(mapped(first, path) + mapped(second, other)), is(true));
    }

    private boolean starts(String mappings) throws Exception {
        write(mappings);
        try (TestApp app = app().start()) {
            return app.http().get("/").status() == 404;
        }
    }

    private TestApp app() throws Exception {
        return TestApp.withDemoIdentity(webapp).filter(AuthenticationFilter.class, "/*", Map.of());
    }

    private void write(String mappings) throws Exception {
        Files.createDirectories(webapp.resolve("WEB-INF"));
        StringBuilder filters = new StringBuilder();
        for (String type :
                new String[] {"AuditFilter", "AuthenticationFilter", "TenantFilter", "RateLimitFilter", "RoleFilter"}) {
            filters.append(filter(type, type, "per-caller"));
        }
        filters.append(filter("AddressLimit", "RateLimitFilter", "per-address"));
        Files.writeString(
                webapp.resolve("WEB-INF/web.xml"),
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">" + filters + mappings
                        + "</web-app>");
    }

    private static String filter(String name, String type, String parameter) {
        return "<filter><filter-name>" + name + "</filter-name><filter-class>io.github.samedoor.filter." + type
                + "</filter-class><init-param><param-name>" + parameter
                + "</param-name><param-value>1/second</param-value></init-param></filter>";
    }

    private static String mapped(String name, String pattern) {
        return "<filter-mapping><filter-name>" + name + "</filter-name><url-pattern>" + pattern
                + "</url-pattern></filter-mapping>";
    }
}
