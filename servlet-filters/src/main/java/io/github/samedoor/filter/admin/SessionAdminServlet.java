/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.session.Session;
import io.github.samedoor.session.SessionIssuer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Lists and ends logins; map it at a path and at what is below, such as {@code /admin/sessions} and
 * {@code /admin/sessions/*}.
 *
 * <ul>
 *   <li>{@code GET}: the logins that are good now, or with {@code ?user=ID} those of a user
 *   <li>{@code DELETE}: ends all of them, or with {@code ?user=ID} those of a user, with their refresh tokens
 *   <li>{@code DELETE /ID}: 204, and this login is over
 * </ul>
 *
 * <p>The init-param {@code role} names the role that is asked for, {@code admin} by default; guard the path as well. Who
 * belongs to a tenant sees and ends its users' logins only. Every change is audited before it is made. Thread-safe.
 */
public final class SessionAdminServlet extends AdminServlet {
    private static final long serialVersionUID = 1;

    /** Makes the servlet, as a container does. */
    public SessionAdminServlet() {}

    @Override
    void serve(String path, Administrator administrator, HttpServletResponse response) throws IOException {
        String method = administrator.request().getMethod();
        List<String> names = names(path);
        Optional<String> user = Optional.ofNullable(administrator.request().getParameter("user"));
        if (names.isEmpty()) {
            switch (method) {
                case "GET", "HEAD" -> list(user, administrator, response);
                case "DELETE" -> endAll(user, administrator, response);
                default -> throw methodNotAllowed(response, "GET, HEAD, DELETE");
            }
        } else if (names.size() == 1) {
            if (!method.equals("DELETE")) {
                throw methodNotAllowed(response, "DELETE");
            }
            end(names.get(0), administrator);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            throw AdminRefusal.notFound("session");
        }
    }

    private static void list(Optional<String> user, Administrator administrator, HttpServletResponse response)
            throws IOException {
        ObjectNode answer = object();
        ArrayNode sessions = answer.putArray("sessions");
        for (Session session : seen(user, administrator)) {
            sessions.add(object().put("id", session.id().text())
                    .put("user", session.userId())
                    .put("started", session.started().toString())
                    .put("lastUsed", session.lastUsed().toString())
                    .put("ends", session.ends().toString()));
        }
        send(response, HttpServletResponse.SC_OK, answer);
    }

    private static void endAll(Optional<String> user, Administrator administrator, HttpServletResponse response)
            throws IOException {
        administrator.audit(
                "end all sessions" + user.map(id -> " of user " + id).orElse(""));
        SessionIssuer issuer = administrator.identity().sessions();
        int ended = 0;
        if (user.isPresent()) {
            ended = administrator.seesUser(user.get()) ? issuer.revokeAllOf(user.get()) : 0;
        } else if (administrator.tenant().isEmpty()) {
            ended = issuer.revokeAll();
        } else {
            for (Session session : seen(user, administrator)) {
                ended += issuer.revoke(session.id()) ? 1 : 0;
            }
        }
        send(response, HttpServletResponse.SC_OK, object().put("message", "Cleared " + ended + " sessions"));
    }

    private static void end(String id, Administrator administrator) {
        Session session = seen(Optional.empty(), administrator).stream()
                .filter(found -> found.id().text().equals(id))
                .findFirst()
                .orElseThrow(() -> AdminRefusal.notFound("session"));
        if (administrator.identity().users().byId(session.userId()).isPresent()) {
            administrator.manage(session.userId());
        }
        administrator.audit("end session " + id + " of user " + session.userId());
        administrator.identity().sessions().revoke(session.id());
    }

    private static List<Session> seen(Optional<String> user, Administrator administrator) {
        return administrator.identity().sessions().sessions().stream()
                .filter(session -> user.map(session.userId()::equals).orElse(true))
                .filter(session -> administrator.seesUser(session.userId()))
                .toList();
    }
}
