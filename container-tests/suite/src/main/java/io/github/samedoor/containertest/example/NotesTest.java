/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static io.github.samedoor.containertest.example.JsonForm.json;
import static io.github.samedoor.containertest.example.JsonForm.parse;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.containertest.HttpAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Notes and settings belong to their owner, whichever way somebody comes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotesTest {
    private static final String CHANGED = "{\"title\":\"Coffee\",\"text\":\"None left\",\"tags\":[]}";

    @SuppressWarnings("NullAway.Init")
    private ExampleServer server;

    @BeforeAll
    void start() {
        server = ExampleServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void somebodyElsesNoteIsNotFound(Way way) {
        long note = server.newNote(Shown.USER_TOKEN);
        for (RouteCase route : RouteTable.routes()) {
            if (route.path().equals("/user/notes/NOTE")) {
                RouteCase call = route.with("NOTE", String.valueOf(note));
                Way.Outcome outcome = way.call(server, Shown.ADMIN_TOKEN, call);
                assertThat(
                        outcome.http().toString(),
                        outcome.http().status(),
                        is(way.httpStatus(Shown.ADMIN_TOKEN, new Expected(404, ""))));
                assertThat(outcome.body(), is(json("{\"error\":\"No such note\"}")));
            }
        }
        assertThat(
                server.send(Shown.USER_TOKEN, "GET", "/user/notes/" + note, "").status(), is(200));
    }

    @Test
    void createdNoteTellsItsLocation() {
        HttpAnswer created = server.send(Shown.API_KEY, "POST", "/user/notes", CHANGED);
        long id = parse(created.text()).get("id").longValue();
        assertThat(created.header("Location").orElse(""), is("/user/notes/" + id));
        assertThat(server.send(Shown.API_KEY, "GET", "/user/notes/" + id, "").text(), is(created.text()));
    }

    @Test
    void replacedNoteIsFoundAsItIsNow() {
        long id = server.newNote(Shown.USER_TOKEN);
        String path = "/user/notes/" + id;
        assertThat(server.send(Shown.USER_TOKEN, "PUT", path, CHANGED).status(), is(200));
        assertThat(
                parse(server.send(Shown.USER_TOKEN, "GET", path, "").text())
                        .get("title")
                        .textValue(),
                is("Coffee"));
    }

    @Test
    void deletedNoteIsGone() {
        String path = "/user/notes/" + server.newNote(Shown.USER_TOKEN);
        assertThat(server.send(Shown.USER_TOKEN, "DELETE", path, "").status(), is(204));
        assertThat(server.send(Shown.USER_TOKEN, "GET", path, "").status(), is(404));
        assertThat(server.send(Shown.USER_TOKEN, "DELETE", path, "").status(), is(404));
    }

    @Test
    void listIsFilteredByTagAndCutByLimit() {
        for (int i = 0; i < 3; i++) {
            server.send(
                    Shown.SESSION_OF_BOB,
                    "POST",
                    "/user/notes",
                    "{\"title\":\"a\",\"text\":\"b\",\"tags\":[\"list\"]}");
        }
        String list = server.send(Shown.SESSION_OF_BOB, "GET", "/user/notes?tag=list&limit=2", "")
                .text();
        assertThat(parse(list).get("notes").size(), is(2));
        assertThat(parse(list).get("total").intValue(), is(3));
    }
}
