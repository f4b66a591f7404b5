/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static io.github.samedoor.containertest.example.JsonForm.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.WebApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The example on the container of this test run, and the logins that tests made there. For one thread at a time. */
final class ExampleServer implements AutoCloseable {
    private final RunningContainer container;
    private final Http http;
    private final Map<Shown, String> sessions = new EnumMap<>(Shown.class);

    private ExampleServer(RunningContainer container) {
        this.container = container;
        this.http = new Http(container.baseUri());
    }

    static ExampleServer start() {
        return start(ExampleWar.path());
    }

    static ExampleServer start(Path war) {
        return new ExampleServer(TestContainer.onClassPath().start(WebApplication.packed("", war)));
    }

    @Override
    public void close() {
        container.close();
    }

    RunningContainer container() {
        return container;
    }

    URI uri() {
        return container.baseUri();
    }

    Http http() {
        return http;
    }

    /** Sends a request with a credential. */
    HttpAnswer send(Shown shown, String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + shown.authorization().size() + 1];
        System.arraycopy(headers, 0, all, 0, headers.length);
        int at = headers.length;
        for (String value : shown.authorization()) {
            all[at++] = "Authorization: " + withSession(value);
        }
        all[at] = body.isEmpty() ? "Accept: */*" : "Content-Type: application/json";
        return http.send(method, path, body, all);
    }

    /** Logs in and returns what the example answers. */
    JsonNode login(String username, String password) {
        HttpAnswer answer =
                http.postJson("/auth/login", "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}");
        if (answer.status() != 200) {
            throw new AssertionError("Login of " + username + " failed: " + answer);
        }
        return parse(answer.text());
    }

    /** Makes a note of a caller's own and returns its id; alice's for those who aren't let in. */
    long newNote(Shown shown) {
        HttpAnswer answer = send(
                shown.who().isPresent() ? shown : Shown.USER_TOKEN,
                "POST",
                "/user/notes",
                "{\"title\":\"Tea\",\"text\":\"Buy some\",\"tags\":[\"home\"]}");
        if (answer.status() != 201) {
            throw new AssertionError("No note for " + shown + ": " + answer);
        }
        return parse(answer.text()).get("id").longValue();
    }

    /** Forgets the logins, for after a test that ended them. */
    void forgetSessions() {
        sessions.clear();
    }

    private String withSession(String value) {
        return value.replace("SESSION_OF_ALICE", token(Shown.SESSION_OF_ALICE, value))
                .replace("SESSION_OF_BOB", token(Shown.SESSION_OF_BOB, value))
                .replace("REVOKED_SESSION", token(Shown.REVOKED_SESSION, value));
    }

    private String token(Shown shown, String value) {
        if (!value.contains(shown.name())) {
            return "";
        }
        return sessions.computeIfAbsent(shown, this::newSession);
    }

    private String newSession(Shown shown) {
        JsonNode login = shown == Shown.SESSION_OF_BOB ? login("bob", "admin123") : login("alice", "password123");
        String token = login.get("token").textValue();
        if (shown == Shown.REVOKED_SESSION) {
            http.send("POST", "/auth/logout", "", "Authorization: Bearer " + token);
        }
        return token;
    }
}
