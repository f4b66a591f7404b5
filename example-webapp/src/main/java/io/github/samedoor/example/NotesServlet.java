/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /user/notes} and {@code /user/notes/{id}}: the caller's own notes.
 *
 * <p>Somebody else's note answers as one that doesn't exist.
 */
public final class NotesServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private static final int DEFAULT_LIMIT = 100;
    private static final Pattern ID = Pattern.compile("/[1-9][0-9]{0,17}");
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,3}");

    @Override
    List<String> methods(HttpServletRequest request) {
        String path = request.getPathInfo();
        if (path == null) {
            return List.of("GET", "POST");
        }
        return path.length() > 1 && path.indexOf('/', 1) < 0 ? List.of("GET", "PUT", "DELETE") : List.of();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Owner owner = CurrentCaller.of(request).owner();
        if (request.getPathInfo() == null) {
            Json.ok(response, list(owner, request));
        } else {
            Note note = services().notes().find(owner, id(request)).orElseThrow(NotesServlet::notFound);
            Json.ok(response, note.toJson());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Note note = services()
                .notes()
                .add(CurrentCaller.of(request).owner(), content(request))
                .orElseThrow(() -> new HttpRefusal(
                        HttpServletResponse.SC_CONFLICT,
                        "You have " + Notes.MAX_PER_OWNER + " notes, which is all there is room for: delete one"));
        response.setHeader("Location", request.getContextPath() + "/user/notes/" + note.id());
        Json.send(response, HttpServletResponse.SC_CREATED, note.toJson());
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Owner owner = CurrentCaller.of(request).owner();
        Note note =
                services().notes().replace(owner, id(request), content(request)).orElseThrow(NotesServlet::notFound);
        Json.ok(response, note.toJson());
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        if (!services().notes().remove(CurrentCaller.of(request).owner(), id(request))) {
            throw notFound();
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private ObjectNode list(Owner owner, HttpServletRequest request) {
        String tag = request.getParameter("tag");
        int limit = limit(request.getParameter("limit"));
        List<Note> found = services().notes().of(owner).stream()
                .filter(note -> tag == null || note.content().tags().contains(tag))
                .toList();
        ObjectNode answer = Json.object();
        ArrayNode notes = answer.putArray("notes");
        found.stream().limit(limit).map(Note::toJson).forEach(notes::add);
        return answer.put("total", found.size());
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!LIMIT.matcher(text).matches()) {
            throw new HttpRefusal(HttpServletResponse.SC_BAD_REQUEST, "\"limit\" must be a number from 1 to 9999");
        }
        return Integer.parseInt(text);
    }

    private static long id(HttpServletRequest request) {
        String path = request.getPathInfo();
        if (!ID.matcher(path).matches()) {
            throw notFound();
        }
        return Long.parseLong(path.substring(1));
    }

    private static Note.Content content(HttpServletRequest request) throws IOException {
        JsonBody body = JsonBody.read(request, "title", "text", "tags");
        return new Note.Content(body.text("title", 200), body.text("text", 10_000), body.texts("tags", 20, 50));
    }

    private static HttpRefusal notFound() {
        return new HttpRefusal(HttpServletResponse.SC_NOT_FOUND, "No such note");
    }
}
