/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.access.AccessPolicy;
import io.github.samedoor.access.AccessRules;
import io.github.samedoor.access.Requirement;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sees which tools, and how pages of the list hang together. */
class VisibilityTest {
    @TempDir
    Path directory;

    @Test
    void policyOfTheApplicationDecidesWhatIsListed() throws Exception {
        AccessRules policy = AccessRules.parse("* /admin/* admin", new Requirement.Open());
        try (TestEndpoint endpoint = TestEndpoint.start(
                directory,
                new MemoryDoor(),
                Tools.FILE,
                Map.of(),
                context -> context.setAttribute(AccessPolicy.ATTRIBUTE, policy))) {
            assertThat(names(endpoint.modern("tools/list", "")).contains("get_admin_users"), is(false));
            assertThat(names(endpoint.modern("tools/list", "")).size(), is(4));
            assertThat(names(endpoint.get("/tools")).contains("GET_/admin/users"), is(false));
        }
    }

    @Test
    void applicationsOwnDecisionGoesFirst() throws Exception {
        ToolVisibility own = (tool, caller) ->
                "yes".equals(caller.getHeader("X-Admin")) || !tool.name().text().equals("get_admin_users");
        try (TestEndpoint endpoint = TestEndpoint.start(
                directory,
                new MemoryDoor(),
                Tools.FILE,
                Map.of(),
                context -> context.setAttribute(ToolVisibility.ATTRIBUTE, own))) {
            assertThat(names(endpoint.modern("tools/list", "")).size(), is(4));
            assertThat(
                    names(endpoint.modern("tools/list", "", "X-Admin", "yes")).size(), is(5));
        }
    }

    @Test
    void listOfAllIsTheSameForEverybodyAndSaysSo() throws Exception {
        AccessRules policy = new AccessRules(List.of(), new Requirement.Denied());
        MemoryDoor door = new MemoryDoor().hides("GET_/user/avatar");
        try (TestEndpoint endpoint = TestEndpoint.start(
                directory,
                door,
                Tools.FILE,
                Map.of("tool-visibility", "all"),
                context -> context.setAttribute(AccessPolicy.ATTRIBUTE, policy))) {
            HttpResponse<String> response = endpoint.modern("tools/list", "");

            assertThat(
                    "what the door doesn't offer is never listed",
                    names(response).size(),
                    is(4));
            assertThat(json(response).path("result").path("cacheScope").asText(), is("public"));
        }
    }

    @Test
    void pagesShowEveryToolOnce() throws Exception {
        try (TestEndpoint endpoint =
                TestEndpoint.start(directory, new MemoryDoor(), Tools.FILE, Map.of("page-size", "2"))) {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            int pages = 0;
            do {
                HttpResponse<String> response = endpoint.modern("tools/list", cursor);
                seen.addAll(names(response));
                JsonNode next = json(response).path("result").path("nextCursor");
                cursor = next.isMissingNode() ? "" : "\"cursor\":" + next + ",";
                pages++;
            } while (!cursor.isEmpty());

            assertThat(pages, is(3));
            assertThat(
                    seen,
                    is(List.of(
                            "get_admin_users",
                            "get_user_avatar",
                            "get_user_notes_by_id",
                            "get_user_profile",
                            "post_user_notes")));
        }
    }

    @Test
    void startFailsWithTheNameOfWhatIsWrong() {
        Exception e = assertThrows(
                Exception.class,
                () -> TestEndpoint.start(directory, new MemoryDoor(), Tools.FILE, Map.of("page-sise", "2")));

        assertThat(e.toString() + e.getCause(), containsString("page-sise"));
    }

    @Test
    void markThatNoClientWouldFollowStopsTheStart() {
        String tools = Tools.FILE.replace("\"x-mcp-header\": \"Count\"", "\"x-mcp-header\": \"title\"");
        Exception e =
                assertThrows(Exception.class, () -> TestEndpoint.start(directory, new MemoryDoor(), tools, Map.of()));

        assertThat(e.toString() + e.getCause(), containsString("x-mcp-header"));
    }

    private static List<String> names(HttpResponse<String> response) throws Exception {
        JsonNode body = json(response);
        List<String> names = new ArrayList<>();
        JsonNode tools =
                body.has("tools") ? body.path("tools") : body.path("result").path("tools");
        tools.forEach(tool -> names.add(tool.path("name").asText()));
        return names;
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }
}
