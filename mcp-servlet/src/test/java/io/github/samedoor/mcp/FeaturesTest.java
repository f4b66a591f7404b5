/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.mcp.door.Passage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources, prompts and completion, over HTTP. */
class FeaturesTest {
    private static final String FEATURES = """
            {"resources": [
               {"uri": "app://profile", "name": "profile", "title": "Profile", "mimeType": "application/json",
                "path": "/user/profile"},
               {"uri": "app://avatar", "name": "avatar", "path": "/user/avatar"},
               {"uri": "app://notes/{id}", "name": "note", "path": "/user/notes/{id}", "values": {"id": ["1", "12"]}},
               {"uri": "app://docs/{name}", "name": "doc", "path": "/docs/{name}"}],
             "prompts": [
               {"name": "greet", "title": "Greet", "description": "Greets.",
                "arguments": [{"name": "who", "required": true, "values": ["Ann", "Anna", "Bob"]}, {"name": "how"}],
                "messages": [{"role": "user", "content": {"type": "text", "text": "Greet {who} {how}{other}"}}]},
               {"name": "routed", "arguments": [{"name": "topic", "required": true}], "path": "/prompts/routed"}]}""";

    @TempDir
    Path directory;

    private final MemoryDoor door = new MemoryDoor();
    private TestEndpoint endpoint;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(directory.resolve("WEB-INF"));
        Files.writeString(directory.resolve("WEB-INF/mcp-features.json"), FEATURES);
        door.answers("GET_/user/profile", 200, "{\"name\":\"alice\"}")
                .answers("GET_/user/avatar", 200, "image/png", new byte[] {1, 2})
                .answers("GET_/user/notes/{id}", 404, "{}")
                .answers("GET_/docs/{name}", 200, "text/plain", "Doc".getBytes(StandardCharsets.UTF_8))
                .answers("GET_/prompts/routed", 200, "text/plain", "Do it".getBytes(StandardCharsets.UTF_8));
        endpoint = TestEndpoint.start(directory, door, Tools.FILE);
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void everythingIsListedOnceAndNoToolIsAddedByIt() throws Exception {
        assertThat(
                result(endpoint.modern("resources/list", "")).path("resources").size(), is(2));
        JsonNode templates = result(endpoint.modern("resources/templates/list", ""));
        assertThat(
                templates.path("resourceTemplates").path(0).path("uriTemplate").asText(), is("app://notes/{id}"));
        assertThat(templates.path("cacheScope").asText(), is("private"));
        assertThat(result(endpoint.modern("prompts/list", "")).path("prompts").size(), is(2));
        assertThat(result(endpoint.modern("tools/list", "")).path("tools").size(), is(5));
        JsonNode offered = result(endpoint.modern("server/discover", "")).path("capabilities");
        assertThat(offered.has("resources") && offered.has("prompts") && offered.has("completions"), is(true));
    }

    @Test
    void aReadThatFailsIsAnErrorAndNoResultOfATool() throws Exception {
        door.gives("GET_/user/profile", new Passage.Refused(Passage.Reason.FAILED, "The route failed"));
        JsonNode read =
                json(endpoint.modern("resources/read", "\"uri\":\"app://profile\",", "Mcp-Name", "app://profile"));
        assertThat(read.path("error").path("code").asInt(), is(-32603));
        HttpResponse<String> earlier = endpoint.legacy("2025-11-25", "resources/read", "{\"uri\":\"app://profile\"}");
        assertThat(earlier.statusCode(), is(200));
        assertThat(json(earlier).path("error").path("code").asInt(), is(-32603));
        door.gives("GET_/user/profile", new Passage.Refused(Passage.Reason.NOT_OFFERED, "Not offered"));
        JsonNode locked = json(endpoint.legacy("2025-11-25", "resources/read", "{\"uri\":\"app://profile\"}"));
        assertThat(locked.path("error").path("code").asInt(), is(-32002));
    }

    @Test
    void nothingIsCompletedForWhomeverTheListsHideIt() throws Exception {
        String note = "{\"ref\":{\"type\":\"ref/resource\",\"uri\":\"app://notes/{id}\"},"
                + "\"argument\":{\"name\":\"id\",\"value\":\"1\"}}";
        assertThat(
                result(endpoint.legacy("2025-11-25", "completion/complete", note))
                        .path("completion")
                        .path("values")
                        .size(),
                is(2));
        door.hides("GET_/user/notes/{id}");
        JsonNode hidden = json(endpoint.legacy("2025-11-25", "completion/complete", note));
        assertThat(hidden.path("error").path("code").asInt(), is(-32602));
    }

    @ParameterizedTest
    @CsvSource({"2025-11-25,true", "2025-06-18,true", "2025-03-26,false"})
    void earlierRevisionsHaveTheSameInTheirWords(String version, boolean titles) throws Exception {
        JsonNode resources =
                result(endpoint.legacy(version, "resources/list", "{}")).path("resources");
        assertThat(resources.path(0).has("title"), is(titles));
        JsonNode read = result(endpoint.legacy(version, "resources/read", "{\"uri\":\"app://profile\"}"));
        assertThat(read.path("contents").path(0).path("text").asText(), is("{\"name\":\"alice\"}"));
        assertThat(read.has("ttlMs"), is(false));
        JsonNode none = json(endpoint.legacy(version, "resources/read", "{\"uri\":\"app://none\"}"));
        assertThat(none.path("error").path("code").asInt(), is(-32002));
        assertThat(
                result(endpoint.legacy(version, "prompts/get", "{\"name\":\"greet\",\"arguments\":{\"who\":\"Ann\"}}"))
                        .path("messages")
                        .size(),
                is(1));
    }

    @Test
    void resourceIsReadFromItsRoute() throws Exception {
        assertThat(read("app://avatar").path("blob").asText(), is("AQI="));
        assertThat(read("app://avatar").path("mimeType").asText(), is("image/png"));
        assertThat(read("app://docs/a%20b").path("text").asText(), is("Doc"));
        assertThat(door.calls().get(2).path(), is("/docs/a b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app://none", "app://notes/1", "app://notes/1/2", "app://docs/..", "app://docs/%2e%2e",
                "app://docs/a%2Fb", "app://docs/%", "app://docs/%zz", "app://docs/%c0%af", "APP://profile",
                "app://docs/a;b"
            })
    void uriThatNamesNothingOrEscapesIsUnknown(String uri) throws Exception {
        HttpResponse<String> response = endpoint.modern("resources/read", "\"uri\":\"" + uri + "\",", "Mcp-Name", uri);

        assertThat(response.statusCode(), is(200));
        assertThat(json(response).path("error").path("code").asInt(), is(-32602));
        assertThat(json(response).path("error").path("data").path("uri").asText(), is(uri));
    }

    @Test
    void refusalOfAResourcesRouteIsItsHttpStatus() throws Exception {
        door.answers("GET_/user/profile", 401, "{\"error\":\"No authorization header\"}");

        assertThat(
                endpoint.modern("resources/read", "\"uri\":\"app://profile\",", "Mcp-Name", "app://profile")
                        .statusCode(),
                is(401));
    }

    @Test
    void promptIsFilledInOnePass() throws Exception {
        JsonNode result = result(prompt("greet", "{\"who\":\"{how}$1\",\"how\":\"well\"}"));

        assertThat(
                result.path("messages").path(0).path("content").path("text").asText(), is("Greet {how}$1 well{other}"));
        assertThat(result.path("description").asText(), is("Greets."));
    }

    @Test
    void promptMayBeWrittenByARoute() throws Exception {
        JsonNode result = result(prompt("routed", "{\"topic\":\"a b\"}"));

        assertThat(result.path("messages").path(0).path("content").path("text").asText(), is("Do it"));
        assertThat(door.calls().get(0).query(), containsString("topic=a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"greet|{}", "greet|{\"who\":1}", "greet|[]", "none|{}", "routed|{\"topic\":\"a\",\"more\":\"b\"}"})
    void promptThatCannotBeMadeIsAnInvalidParameter(String name, String arguments) throws Exception {
        assertThat(json(prompt(name, arguments)).path("error").path("code").asInt(), is(-32602));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"ref/prompt\",\"name\":\"greet\"}|who|An|[\"Ann\",\"Anna\"]",
                "{\"type\":\"ref/prompt\",\"name\":\"greet\"}|how|x|[]",
                "{\"type\":\"ref/resource\",\"uri\":\"app://notes/{id}\"}|id|1|[\"1\",\"12\"]"
            })
    void argumentsAreCompletedFromTheirValues(String ref, String name, String value, String expected) throws Exception {
        JsonNode result = result(complete(ref, name, value));

        assertThat(result.path("completion").path("values").toString(), is(expected));
    }

    @Test
    void completionOfNothingIsAnInvalidParameter() throws Exception {
        assertThat(
                json(complete("{\"type\":\"ref/prompt\",\"name\":\"none\"}", "a", ""))
                        .path("error")
                        .path("code")
                        .asInt(),
                is(-32602));
        assertThat(
                json(complete("{\"type\":\"other\"}", "a", ""))
                        .path("error")
                        .path("code")
                        .asInt(),
                is(-32602));
    }

    @Test
    void serverWithoutFeaturesHasNoneOfTheirMethods() throws Exception {
        Path bare = directory.resolve("bare");
        try (TestEndpoint other = TestEndpoint.start(bare, door, Tools.FILE)) {
            assertThat(other.modern("resources/list", "").statusCode(), is(404));
            assertThat(other.modern("prompts/list", "").statusCode(), is(404));
            assertThat(other.modern("completion/complete", "").statusCode(), is(404));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resource\":[]}",
                "{\"resources\":[{\"uri\":\"a://b\",\"name\":\"n\"}]}",
                "{\"resources\":[{\"uri\":\"no-scheme\",\"name\":\"n\",\"path\":\"/x\"}]}",
                "{\"resources\":[{\"uri\":\"a://{b}\",\"name\":\"n\",\"path\":\"/x/{c}\"}]}",
                "{\"resources\":[{\"uri\":\"a://b\",\"name\":\"n\",\"path\":\"/x/../y\"}]}",
                "{\"prompts\":[{\"name\":\"p\"}]}",
                "{\"prompts\":[{\"name\":\"p\",\"messages\":[],\"pth\":1}]}",
                "[1"
            })
    void fileThatIsWrongStopsTheStartByName(String file) throws Exception {
        Path bad = directory.resolve("bad");
        Files.createDirectories(bad.resolve("WEB-INF"));
        Files.writeString(bad.resolve("WEB-INF/mcp-features.json"), file);
        Exception e = assertThrows(Exception.class, () -> TestEndpoint.start(bad, door, Tools.FILE, Map.of()));

        assertThat(e.toString() + e.getCause(), containsString("mcp-features.json"));
    }

    private JsonNode read(String uri) throws Exception {
        return result(endpoint.modern("resources/read", "\"uri\":\"" + uri + "\",", "Mcp-Name", uri))
                .path("contents")
                .path(0);
    }

    private HttpResponse<String> prompt(String name, String arguments) throws Exception {
        return endpoint.modern(
                "prompts/get", "\"name\":\"" + name + "\",\"arguments\":" + arguments + ",", "Mcp-Name", name);
    }

    private HttpResponse<String> complete(String ref, String name, String value) throws Exception {
        return endpoint.modern(
                "completion/complete",
                "\"ref\":" + ref + ",\"argument\":{\"name\":\"" + name + "\",\"value\":\"" + value + "\"},");
    }

    private static JsonNode result(HttpResponse<String> response) throws Exception {
        return json(response).path("result");
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }
}
