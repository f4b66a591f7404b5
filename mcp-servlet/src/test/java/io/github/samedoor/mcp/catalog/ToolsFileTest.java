/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.Place;
import io.github.samedoor.route.Route;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolCatalog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolsFileTest {
    private static final String NOTE = """
            {
              "tools": [
                {
                  "method": "PUT",
                  "path": "/user/notes/{id}",
                  "name": "change_note",
                  "title": "Change a note",
                  "description": "Changes one of the caller's own notes.\\nNothing else.",
                  "parameters": {
                    "id": { "in": "path", "schema": { "type": "integer" }, "description": "Which note" },
                    "dry": { "in": "query", "schema": { "type": "boolean" } },
                    "If-Match": { "in": "header", "required": true, "schema": { "type": "string" } },
                    "tags": { "in": "body", "schema": { "type": "array", "items": { "$ref": "#/$defs/tag" } } }
                  },
                  "$defs": { "tag": { "type": "string", "maxLength": 20 } },
                  "servedBy": "NotesServlet"
                }
              ]
            }
            """;

    @Test
    void aToolIsWhatItsEntrySays() {
        Tool tool = read(NOTE).byName("change_note").orElseThrow();

        assertThat(tool.route(), is(Route.of("PUT", "/user/notes/{id}")));
        assertThat(tool.title(), is("Change a note"));
        assertThat(tool.description(), is("Changes one of the caller's own notes.\nNothing else."));
        assertThat(tool.servedBy(), is(Optional.of("NotesServlet")));
        assertThat(
                tool.parameters(),
                contains(
                        new ParameterBinding(
                                "id", Place.PATH, true, "{\"type\":\"integer\",\"description\":\"Which note\"}"),
                        new ParameterBinding("dry", Place.QUERY, false, "{\"type\":\"boolean\"}"),
                        new ParameterBinding("If-Match", Place.HEADER, true, "{\"type\":\"string\"}"),
                        new ParameterBinding(
                                "tags",
                                Place.BODY,
                                false,
                                "{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/tag\"}}")));
    }

    @Test
    void theInputSchemaJoinsTheParameters() {
        assertThat(
                read(NOTE).byName("change_note").orElseThrow().inputSchema(),
                is("{\"type\":\"object\",\"properties\":{"
                        + "\"id\":{\"type\":\"integer\",\"description\":\"Which note\"},"
                        + "\"dry\":{\"type\":\"boolean\"},"
                        + "\"If-Match\":{\"type\":\"string\"},"
                        + "\"tags\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/tag\"}}},"
                        + "\"required\":[\"id\",\"If-Match\"],\"additionalProperties\":false,"
                        + "\"$defs\":{\"tag\":{\"type\":\"string\",\"maxLength\":20}}}"));
    }

    @Test
    void aShortEntryIsEnough() {
        Tool tool = read(tools("{'method':'GET','path':'/public/info','description':'Information.'}"))
                .byRouteName("GET_/public/info")
                .orElseThrow();

        assertThat(tool.name().text(), is("get_public_info"));
        assertThat(tool.title(), is("GET /public/info"));
        assertThat(tool.parameters(), is(empty()));
        assertThat(tool.servedBy(), is(Optional.empty()));
        assertThat(tool.inputSchema(), is("{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}"));
    }

    @Test
    void theCatalogueDoesntDependOnTheOrderOfTheFile() {
        String slash = "{'method':'GET','path':'/a/b','description':'Slash.'}";
        String underscore = "{'method':'GET','path':'/a_b','description':'Underscore.'}";

        assertThat(
                read(tools(slash + "," + underscore)).tools(),
                is(read(tools(underscore + "," + slash)).tools()));
    }

    @Test
    void aFileMayOfferNothing() {
        assertThat(read("{\"tools\": []}").tools(), is(empty()));
    }

    @Test
    void numbersOfASchemaAreKeptExactly() {
        String schema = "{'type':'number','minimum':0.10000000000000000001,'maximum':12345678901234567890123}";
        Tool tool = read(parameter("POST", "/a", "x", "{'in':'body','schema':" + schema + "}"))
                .tools()
                .get(0);

        assertThat(tool.parameters().get(0).schema(), is(schema.replace('\'', '"')));
    }

    @Test
    void everythingWrongIsSaidAtOnceWithFileEntryAndMend() {
        String message = refusal("""
                {
                  "tools": [
                    { "method": "GET", "path": "/a/{id}", "descripton": "A." },
                    { "method": "get", "path": "/b", "description": "B.",
                      "parameters": {
                        "x": { "in": "cookie", "schema": { "type": "text" } },
                        "Host": { "in": "header", "schema": { "type": "string" } }
                      } },
                    { "method": "GET", "path": "/a/{key}", "description": "C.",
                      "parameters": { "key": { "in": "path", "schema": { "type": "string" } } } },
                    7
                  ]
                }
                """);

        assertThat(
                message.lines().toList(),
                contains(
                        is("/WEB-INF/mcp-tools.json has 9 problems:"),
                        startsWith(
                                "  tools[0] GET /a/{id} (line 3): unknown field \"descripton\": a tool has \"method\","),
                        startsWith("  tools[0] GET /a/{id} (line 3): \"description\" is missing: tell the model"),
                        startsWith("  tools[0] GET /a/{id} (line 3): the path has {id}, but no parameter 'id'"),
                        startsWith("  tools[1] get /b (line 4): \"method\" is one of [GET, HEAD, POST"),
                        startsWith("  tools[1] get /b (line 4): parameter 'x': \"in\" is an unknown place: write"),
                        startsWith("  tools[1] get /b (line 4): parameter 'x': \"schema\": \"type\" is \"string\","),
                        startsWith("  tools[1] get /b (line 4): parameter 'Host': The header 'Host' can't be"),
                        startsWith("  tools[2] GET /a/{key} (line 9): tools[0] calls the same route: keep one"),
                        startsWith("  tools[3]: a tool is a JSON object with \"method\",")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | the file is empty",
                "[] | the file is a JSON object with \"tools\"",
                "{} | \"tools\" is missing: write",
                "{'tools':{}} | \"tools\" is a JSON array",
                "{'tools':[],'tool':[]} | unknown field \"tool\": the file has \"tools\"",
                "{'tools':[] | line 1, column 12: this isn't JSON: Unexpected end-of-input",
                "{'tools':[]} {} | line 1, column 14: something follows the end",
                "{'tools':[],} | line 1, column 13: this isn't JSON",
                "{'tools':[/* none */]} | this isn't JSON",
                "{'tools':[NaN]} | this isn't JSON",
                "{'tools':[],'tools':[]} | line 1, column 13: the field 'tools' stands twice: keep one"
            })
    void aMalformedFileIsRefused(String file, String mend) {
        assertThat(refusal(file.replace('\'', '"')), containsString(mend));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'path':'/a','description':'A.' | \"method\" is missing: write the route's HTTP method",
                "'method':'GET','description':'A.' | \"path\" is missing: write the route's path",
                "'method':'GET','path':'/a' | \"description\" is missing: tell the model",
                "'method':'GET','path':'/a','description':'  ' | \"description\" is empty",
                "'method':'GET','path':'/a','description':1 | \"description\" is a text in double quotes",
                "'method':'get','path':'/a','description':'A.' | \"method\" is one of [GET, HEAD, POST",
                "'method':'TRACE','path':'/a','description':'A.' | \"method\" is one of [GET, HEAD, POST",
                "'method':'CONNECT','path':'/a','description':'A.' | \"method\" is one of [GET, HEAD, POST",
                "'method':1,'path':'/a','description':'A.' | \"method\" is a text in double quotes",
                "'method':'GET','path':'a','description':'A.' | A path starts with '/'",
                "'method':'GET','path':'/a/:id','description':'A.' | write a path parameter as {id}",
                "'method':'GET','path':'/a/../b','description':'A.' | The path segment '..' can't be used",
                "'method':'GET','path':'/WEB-INF/x','description':'A.' | no container serves this directory",
                "'method':'GET','path':'/a/{id}','description':'A.' | the path has {id}, but no parameter 'id' is declared",
                "'method':'GET','path':'/a','description':'A.','name':'a b' | A tool name is 1 to 64 letters",
                "'method':'GET','path':'/a','description':'A.','name':'' | A tool name is 1 to 64 letters",
                "'method':'GET','path':'/a','description':'A.','title':'' | \"title\" is empty",
                "'method':'GET','path':'/a','description':'A.','servedBy':' ' | \"servedBy\" is empty",
                "'method':'GET','path':'/a','description':'A.','title':'a\\nb' | \"title\" has a line break",
                "'method':'GET','path':'/a','description':'A.','servedBy':'a\\nb' | \"servedBy\" has a line break",
                "'method':'GET','path':'/a','description':'A.','parameters':[] | \"parameters\" is a JSON object",
                "'method':'GET','path':'/a','description':'A.','$defs':{'x':{'type':'y'}} | \"$defs\" 'x': \"type\" is",
                "'method':'GET','path':'/a','description':'A.','method':'PUT' | the field 'method' stands twice"
            })
    void aWrongToolIsRefused(String fields, String mend) {
        String message = refusal(tools("{" + fields + "}"));

        assertThat(message, containsString(mend));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET | /a | x | 1 | a parameter is a JSON object with \"in\"",
                "GET | /a | x | {'schema':{'type':'string'}} | \"in\" is missing: write \"path\", \"query\"",
                "GET | /a | x | {'in':'cookie','schema':{'type':'string'}} | \"in\" is an unknown place",
                "GET | /a | x | {'in':'query'} | \"schema\" is missing: say which values it takes",
                "GET | /a | x | {'in':'query','type':'string'} | unknown field \"type\": a parameter has \"in\"",
                "GET | /a | x | {'in':'query','schema':'string'} | \"schema\" is a JSON object",
                "GET | /a | x | {'in':'query','schema':{},'required':'yes'} | \"required\" is true or false",
                "GET | /a | x | {'in':'query','schema':{}} | a query field is a \"string\"",
                "GET | /a | x | {'in':'query','schema':{'type':'object'}} | a query field is a \"string\"",
                "GET | /a | x | {'in':'header','schema':{'type':'array'}} | a header is a \"string\"",
                "GET | /a | a b | {'in':'query','schema':{'type':'string'}} | The name of a parameter is 1 to 64 letters",
                "GET | /a | x | {'in':'path','schema':{'type':'string'}} | the path parameter 'x' isn't in the path",
                "GET | /{x} | x | {'in':'query','schema':{'type':'string'}} | the path has {x}, but no parameter 'x'",
                "GET | /{x} | x | {'in':'path','required':false,'schema':{'type':'string'}} | can't be optional",
                "GET | /{x} | x | {'in':'path','schema':{'type':'array'}} | a path parameter is a \"string\"",
                "GET | /{x} | x | {'in':'path','schema':{'type':['string','null']}} | a path parameter is a \"string\"",
                "GET | /a | x | {'in':'body','schema':{'type':'string'}} | can't be in the body, because GET has none",
                "HEAD | /a | x | {'in':'whole-body','schema':{}} | can't be in the body, because HEAD has none",
                "GET | /a | Authorization | {'in':'header','schema':{'type':'string'}} | The header 'Authorization' can't be",
                "GET | /a | x_forwarded_for | {'in':'header','schema':{'type':'string'}} | can't be a parameter",
                "GET | /a | x | {'in':'query','schema':{'type':'string','description':'A'},'description':'B'} | stands twice",
                "GET | /a | x | {'in':'query','description':'','schema':{'type':'string'}} | \"description\" is empty"
            })
    void aWrongParameterIsRefused(String method, String path, String name, String entry, String mend) {
        assertThat(refusal(parameter(method, path, name, entry)), containsString(mend));
    }

    @Test
    void twoToolsOnOneRouteAreRefused() {
        String message = refusal(tools(
                "{'method':'GET','path':'/a','description':'A.'},{'method':'GET','path':'/a','description':'B.'}"));

        assertThat(message, containsString("tools[1] GET /a (line 1): tools[0] calls the same route: keep one"));
    }

    @Test
    void twoToolsOfOneNameAreRefused() {
        String message = refusal(tools("{'method':'GET','path':'/a','name':'x','description':'A.'},"
                + "{'method':'GET','path':'/b','name':'X','description':'B.'}"));

        assertThat(message, containsString("tools[1] GET /b (line 1): tools[0] has the same \"name\""));
    }

    @Test
    void aByteOrderMarkIsSkippedAndOtherEncodingsAreRefused() {
        assertThat(read("\ufeff{\"tools\": []}").tools(), is(empty()));
        for (byte[] bytes : List.of("{\"tools\": []}".getBytes(UTF_16), "{\"\u00e9\": 1}".getBytes(ISO_8859_1))) {
            Exception refused = assertThrows(ToolsFileException.class, () -> ToolsFile.parse("/x.json", bytes));

            assertThat(refused.getMessage(), is("/x.json has a problem:\n  it isn't UTF-8: save it in that encoding"));
        }
    }

    @Test
    void aMessageShowsNoControlCharacters() {
        String message =
                refusal(tools("{'method':'GET','path':'/a\\u001b[31m\\u202e','x\\r\\ny':1,'description':'A.'}"));

        assertThat(message.replace("\n  ", "").chars().allMatch(c -> c >= ' ' && c < 0x7f), is(true));
    }

    private static ToolCatalog read(String text) {
        return ToolsFile.parse(ToolsFile.DEFAULT_RESOURCE, text.getBytes(UTF_8));
    }

    private static String refusal(String text) {
        return String.valueOf(
                assertThrows(ToolsFileException.class, () -> read(text)).getMessage());
    }

    /** A file of entries that are written with single quotes. */
    private static String tools(String entries) {
        return ("{'tools':[" + entries + "]}").replace('\'', '"');
    }

    private static String parameter(String method, String path, String name, String entry) {
        return tools("{'method':'" + method + "','path':'" + path + "','description':'Does.','parameters':{'" + name
                + "':" + entry + "}}");
    }
}
