/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistake in the configuration stops the start with a message that names file, entry and mend. */
class StartRefusalTest {
    private static final String TOOLS = "WEB-INF/mcp-tools.json";
    private static final String WEB_XML = "WEB-INF/web.xml";
    private static final String IDENTITY = "WEB-INF/identity.json";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void toolsFileThatIsNotJson() {
        refused(TOOLS, text -> text.replaceFirst("\\{", "["), "/WEB-INF/mcp-tools.json", "line");
    }

    @Test
    void toolWithAnUnknownField() {
        refused(
                TOOLS,
                text -> text.replaceFirst("\"method\"", "\"metod\""),
                "/WEB-INF/mcp-tools.json",
                "metod",
                "tools[0]");
    }

    @Test
    void toolWhoseRouteDoesNotExist() {
        refused(
                TOOLS,
                text -> text.replace("\"/public/info\"", "\"/public/nothing\""),
                "/WEB-INF/mcp-tools.json",
                "/public/nothing");
    }

    @Test
    void toolsFileThatIsNotThere() {
        refused(
                WEB_XML,
                text -> withParameter(text, "io.github.samedoor.mcp.McpServlet", "tools-file", "/WEB-INF/no-such.json"),
                "/WEB-INF/no-such.json",
                "isn't in the application");
    }

    @Test
    void unknownParameterOfTheEndpoint() {
        refused(
                WEB_XML,
                text -> withParameter(text, "io.github.samedoor.mcp.McpServlet", "tools-fiel", "/x"),
                "mcp",
                "tools-fiel",
                "tools-file");
    }

    @Test
    void malformedParameterOfTheEndpoint() {
        refused(
                WEB_XML,
                text -> withParameter(text, "io.github.samedoor.mcp.McpServlet", "max-body-bytes", "much"),
                "max-body-bytes",
                "much",
                "whole number");
    }

    @Test
    void unknownParameterOfAFilter() {
        refused(
                WEB_XML,
                text -> withParameter(text, "io.github.samedoor.filter.TenantFilter", "heder", "X-Tenant"),
                "tenant",
                "heder",
                "header");
    }

    @Test
    void ruleForARoleThatDoesNotExist() {
        refused(WEB_XML, text -> text.replaceFirst("service(\\s+\\* /admin)", "servise$1"), "roles", "servise");
    }

    @Test
    void malformedIdentityFile() {
        String text = refused(IDENTITY, before -> before.replaceFirst("\"sha256\": \"4", "\"sha256\": \"x"), IDENTITY);
        assertThat("nothing of a hash is told", text, not(containsString("20d40c5")));
    }

    @Test
    void demoCredentialsWithoutDemoMode() {
        refused(
                WEB_XML,
                text -> text.replace("<param-value>true</param-value>", "<param-value>false</param-value>"),
                IDENTITY,
                "samedoor.demo");
    }

    /** Starts a changed copy, which must fail, and checks what the failure says. */
    private String refused(String entry, UnaryOperator<String> change, String... words) {
        Path copy = WarCopy.write(ExampleWar.path(), directory.resolve("copy.war"), entry, change);
        String said = StartMessages.of(() -> ExampleServer.start(copy).close());
        for (String word : words) {
            assertThat(said, containsString(word));
        }
        return said;
    }

    private static String withParameter(String webXml, String type, String name, String value) {
        String kind = type.contains(".filter.") ? "filter-class" : "servlet-class";
        String end = "</" + kind + ">";
        return webXml.replaceFirst(
                type.replace(".", "\\.") + end
                        + "(\\s*<load-on-startup>1</load-on-startup>)?(\\s*<async-supported>true</async-supported>)?",
                type + end + "$1$2<init-param><param-name>" + name + "</param-name><param-value>" + value
                        + "</param-value></init-param>");
    }
}
