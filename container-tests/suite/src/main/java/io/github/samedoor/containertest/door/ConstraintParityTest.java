/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.door;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The container's own security constraints refuse a tool call as they refuse the direct call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public final class ConstraintParityTest {
    private static final List<String> PATHS = List.of(
            "/c/open/x",
            "/c/admin/x",
            "/c/user/x",
            "/c/anyone/x",
            "/c/nobody/x",
            "/c/all/x",
            "/c/post/x",
            "/c/notget/x",
            "/c/two/x",
            "/c/admin/free/x",
            "/c/exact",
            "/some/thing.do");

    private static final User BAD = new User("root", "not-the-password", Set.of());

    private final RunningContainer container =
            TestContainer.onClassPath().start(DoorApplication.application(constraints(), tools()));

    private static String constraints() {
        return constraint("/c/admin/*", "", role("admin"))
                + constraint("/c/user/*", "", role("user"))
                + constraint("/c/anyone/*", "", role("**"))
                + constraint("/c/nobody/*", "", "<auth-constraint/>")
                + constraint("/c/all/*", "", role("*"))
                + constraint("/c/post/*", "<http-method>POST</http-method>", role("admin"))
                + constraint("/c/notget/*", "<http-method-omission>GET</http-method-omission>", role("admin"))
                + constraint("/c/two/*", "", role("admin"))
                + constraint("/c/two/*", "", role("user"))
                + constraint("/c/admin/free/*", "", "")
                + constraint("/c/exact", "", role("admin"))
                + constraint("*.do", "", role("admin"))
                + "<servlet><servlet-name>linked</servlet-name><servlet-class>" + DoorServlets.View.class.getName()
                + "</servlet-class><security-role-ref><role-name>boss</role-name><role-link>admin</role-link>"
                + "</security-role-ref></servlet><servlet-mapping><servlet-name>linked</servlet-name>"
                + "<url-pattern>/linked</url-pattern></servlet-mapping>"
                + "<login-config><auth-method>BASIC</auth-method><realm-name>door</realm-name></login-config>"
                + "<security-role><role-name>admin</role-name></security-role>"
                + "<security-role><role-name>user</role-name></security-role>";
    }

    private static String constraint(String pattern, String methods, String auth) {
        return "<security-constraint><web-resource-collection><web-resource-name>" + pattern.replace("*", "all")
                + "</web-resource-name><url-pattern>" + pattern + "</url-pattern>" + methods
                + "</web-resource-collection>" + auth + "</security-constraint>";
    }

    private static String role(String role) {
        return "<auth-constraint><role-name>" + role + "</role-name></auth-constraint>";
    }

    private static List<String> tools() {
        List<String> tools = new ArrayList<>();
        for (String path : PATHS) {
            for (String method : List.of("GET", "POST")) {
                tools.add("{\"method\":\"" + method + "\",\"path\":\"" + path + "\",\"description\":\"A route.\"}");
            }
        }
        tools.add("{\"method\":\"GET\",\"path\":\"/onward/login\",\"description\":\"A route.\"}");
        tools.add("{\"method\":\"GET\",\"path\":\"/linked\",\"description\":\"A route.\"}");
        return tools;
    }

    @AfterAll
    void stop() {
        container.close();
    }

    @TestFactory
    Stream<DynamicTest> everyConstraintWithEveryUser() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String path : PATHS) {
            for (String method : List.of("GET", "POST")) {
                tests.add(test(method, path, "nobody", new String[0]));
                tests.add(test(method, path, "joe", User.JOE.basicAuthorization()));
                tests.add(test(method, path, "root", User.ROOT.basicAuthorization()));
                tests.add(test(method, path, "bad password", BAD.basicAuthorization()));
            }
        }
        return tests.stream();
    }

    /** The constraints of this test do refuse: a container that ignored them all would pass the comparison too. */
    @Test
    void aConstraintRefusesWhoHasNoPassword() {
        assertThat(new Http(container.baseUri()).get("/c/admin/x").status(), is(401));
    }

    /** A route logs somebody in; the next call of the same request is nobody's again. */
    @Test
    void aLoginOfOneCallIsOverInTheNext() {
        HttpAnswer answer = new Http(container.baseUri())
                .postJson(
                        "/mcp",
                        "[" + call(1, "get_onward_login") + "," + call(2, "get_c_open_x") + ","
                                + call(3, "get_c_admin_x") + "]",
                        "Accept: application/json, text/event-stream",
                        "MCP-Protocol-Version: 2025-03-26");
        assertThat(answer.text(), answer.status(), is(200));
        assertThat(answer.text(), containsString("now"));
        assertThat(answer.text(), not(containsString("user\\\":\\\"root")));
    }

    /** What {@code isUserInRole} means there can't be told for a tool call. */
    @Test
    void aServletWithRoleNamesOfItsOwnIsNotOffered() {
        HttpAnswer answer = new Http(container.baseUri())
                .postJson("/mcp/invoke", "{\"toolName\":\"GET_/linked\",\"args\":{}}", User.ROOT.basicAuthorization());
        assertThat(answer.text(), answer.status(), is(404));
    }

    private static String call(int id, String tool) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":{}}}";
    }

    private DynamicTest test(String method, String path, String who, String... headers) {
        return DynamicTest.dynamicTest(method + ' ' + path + " as " + who, () -> {
            Http http = new Http(container.baseUri());
            HttpAnswer direct = http.send(method, path, "", headers);
            HttpAnswer tool =
                    http.postJson("/mcp/invoke", "{\"toolName\":\"" + method + '_' + path + "\",\"args\":{}}", headers);
            assertThat(tool.text(), tool.status(), is(direct.status()));
            assertThat(
                    "a user's name",
                    tool.text().contains("\"user\":\"joe\""),
                    is(direct.text().contains("\"user\":\"joe\"")));
            assertThat(
                    "a user's name",
                    tool.text().contains("\"user\":\"root\""),
                    is(direct.text().contains("\"user\":\"root\"")));
            assertThat(tool.headers("Set-Cookie"), is(List.of()));
            if (direct.status() == 401) {
                assertThat(tool.header("WWW-Authenticate").orElse(""), not(is("")));
            }
        });
    }
}
