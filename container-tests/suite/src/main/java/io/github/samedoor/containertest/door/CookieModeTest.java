/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.door;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.SamedoorLibraries;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.WebApplication;
import io.github.samedoor.mcp.McpServlet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An application's own login session works through MCP where the operator said so, with a browser's protections. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public final class CookieModeTest {
    private static final String TOKEN = "X-CSRF-TOKEN: token-of-the-session";

    private final RunningContainer container = TestContainer.onClassPath().start(application());
    private final Http http = new Http(container.baseUri());
    private final String origin = "Origin: http://" + container.baseUri().getRawAuthority();

    private static WebApplication application() {
        String tools = Stream.of("GET begin", "POST login", "GET me", "GET leak", "POST change", "GET logout")
                .map(route -> route.split(" "))
                .map(route -> BothWays.describe(route[0], "/own/" + route[1]))
                .collect(Collectors.joining(","));
        return SamedoorLibraries.in(WebApplication.at("/app")
                .webXml("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                        + "<filter><filter-name>forgery</filter-name><filter-class>"
                        + CookieServlets.ForgeryGuard.class.getName() + "</filter-class></filter>"
                        + "<filter-mapping><filter-name>forgery</filter-name><url-pattern>/own/change</url-pattern>"
                        + "</filter-mapping>"
                        + servlet("own", CookieServlets.Routes.class, "/own/*", "")
                        + servlet("mcp", McpServlet.class, "/mcp/*", param("carry-headers", "X-CSRF-TOKEN"))
                        + servlet(
                                "session",
                                McpServlet.class,
                                "/session/*",
                                param("carry-headers", "X-CSRF-TOKEN") + param("cookies", "on"))
                        + "</web-app>")
                .file("WEB-INF/mcp-tools.json", "{\"tools\":[" + tools + "]}")
                .classes(CookieServlets.class));
    }

    private static String servlet(String name, Class<?> type, String pattern, String parameters) {
        return "<servlet><servlet-name>" + name + "</servlet-name><servlet-class>" + type.getName()
                + "</servlet-class>" + parameters + "</servlet><servlet-mapping><servlet-name>" + name
                + "</servlet-name><url-pattern>" + pattern + "</url-pattern></servlet-mapping>";
    }

    private static String param(String name, String value) {
        return "<init-param><param-name>" + name + "</param-name><param-value>" + value + "</param-value></init-param>";
    }

    @AfterAll
    void stop() {
        container.close();
    }

    @Test
    void aLoginByToolIsTheSameSessionForADirectCall() {
        HttpAnswer login = tool("POST_/own/login");
        String cookie = sessionCookie(login);
        assertThat(login.text(), containsString("hello"));
        assertThat(login.headers("Set-Cookie"), hasItem(startsWith("theme=dark")));
        assertThat(login.headers("Set-Cookie"), hasItem(startsWith("remember=" + CookieServlets.REMEMBER)));
        assertThat(http.get("/own/me", cookie).status(), is(200));
        assertThat(tool("GET_/own/me", cookie, origin).text(), containsString("\"result\":\"joe\""));
    }

    @Test
    void aDirectLoginWorksThroughMcpAndEndsWithIt() {
        String cookie = sessionCookie(http.send("POST", "/own/login", ""));
        assertThat(tool("GET_/own/me", cookie, origin).status(), is(200));
        assertThat(tool("GET_/own/logout", cookie, origin).status(), is(200));
        assertThat(tool("GET_/own/me", cookie, origin).status(), is(401));
        assertThat(http.get("/own/me", cookie).status(), is(401));
    }

    @Test
    void aCookieCountsOnlyWithABrowsersWordForWhereItComesFrom() {
        String cookie = sessionCookie(http.send("POST", "/own/login", ""));
        assertThat(tool("GET_/own/me", cookie).status(), is(403));
        assertThat(tool("GET_/own/me", cookie, "Sec-Fetch-Site: same-origin").status(), is(200));
        assertThat(tool("GET_/own/me", cookie, "Sec-Fetch-Site: same-site").status(), is(403));
        assertThat(tool("GET_/own/me", cookie, "Sec-Fetch-Site: cross-site").status(), is(403));
        assertThat(tool("GET_/own/me", cookie, "Origin: http://evil.example").status(), is(403));
        assertThat(
                tool("GET_/own/me", cookie, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-origin")
                        .status(),
                is(403));
        assertThat(http.get("/session/tools", cookie).status(), is(403));
    }

    /** What the old id is worth after a change is the container's matter: Jetty was seen to know it still. */
    @Test
    void aPlantedSessionGetsANewIdWithTheLogin() {
        String before = sessionCookie(http.get("/own/begin"));
        http.send("POST", "/own/login", "", before);
        String planted = sessionCookie(http.get("/own/begin"));
        String cookie = sessionCookie(tool("POST_/own/login", planted, origin));
        assertThat(cookie, not(is(planted)));
        assertThat(tool("GET_/own/me", cookie, origin).status(), is(200));
        assertThat(
                tool("GET_/own/me", planted, origin).status(),
                is(http.get("/own/me", before).status()));
    }

    @Test
    void noTextHoldsTheIdOfASession() {
        String cookie = sessionCookie(http.send("POST", "/own/login", ""));
        String id = cookie.substring(cookie.indexOf('=') + 1);
        assertThat(http.get("/own/leak", cookie).text(), containsString(id));
        HttpAnswer invoked = tool("GET_/own/leak", cookie, origin);
        assertThat(invoked.text(), containsString("********"));
        assertThat(invoked.text(), not(containsString(id.substring(0, 20))));
        HttpAnswer called = http.postJson(
                "/session",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"get_own_leak\","
                        + "\"arguments\":{}}}",
                "Accept: application/json, text/event-stream",
                "MCP-Protocol-Version: 2025-06-18",
                cookie,
                origin);
        assertThat(called.text(), containsString("jsonrpc"));
        assertThat(called.text(), not(containsString(id.substring(0, 20))));
    }

    @Test
    void theTokenAgainstForgedRequestsIsAskedForAsOnADirectCall() {
        String cookie = sessionCookie(http.send("POST", "/own/login", ""));
        assertThat(http.send("POST", "/own/change", "", cookie).status(), is(403));
        assertThat(tool("POST_/own/change", cookie, origin).status(), is(403));
        assertThat(http.send("POST", "/own/change", "", cookie, TOKEN).status(), is(200));
        assertThat(tool("POST_/own/change", cookie, origin, TOKEN).status(), is(200));
    }

    @Test
    void withoutTheSettingASessionIsNobodyAndNoCookieIsSet() {
        String cookie = sessionCookie(http.send("POST", "/own/login", ""));
        HttpAnswer me = http.postJson("/mcp/invoke", body("GET_/own/me"), cookie, origin);
        HttpAnswer login = http.postJson("/mcp/invoke", body("POST_/own/login"));
        assertThat(me.status(), is(401));
        assertThat(login.text(), login.status(), is(200));
        assertThat(login.headers("Set-Cookie").toString(), is("[]"));
    }

    private HttpAnswer tool(String name, String... headers) {
        return http.postJson("/session/invoke", body(name), headers);
    }

    private static String body(String tool) {
        return "{\"toolName\":\"" + tool + "\",\"args\":{}}";
    }

    private static String sessionCookie(HttpAnswer answer) {
        return answer.headers("Set-Cookie").stream()
                .filter(line -> line.startsWith("JSESSIONID="))
                .reduce((first, last) -> last)
                .map(line -> "Cookie: " + line.split(";", 2)[0])
                .orElseThrow(() -> new AssertionError("No session's cookie in " + answer));
    }
}
