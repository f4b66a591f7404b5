/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.filter.json.JsonEntry;
import io.github.samedoor.identity.Role;
import io.github.samedoor.password.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Lists, disables, enables and grants roles to users; map it at a path and at what is below, such as
 * {@code /admin/accounts} and {@code /admin/accounts/*}.
 *
 * <ul>
 *   <li>{@code GET} and {@code GET /ID}: the users, without their password hashes
 *   <li>{@code PUT /ID/enabled {"enabled": false}}: the user's calls are refused from the next one on, and logins end
 *   <li>{@code PUT /ID/roles {"roles": ["user"]}}: these roles in place of the present ones, from the next call on
 *   <li>{@code DELETE /ID/failures}: the user needn't wait any more after failed logins
 * </ul>
 *
 * <p>The init-param {@code role} names the role that is asked for, {@code admin} by default; guard the path as well. Who
 * belongs to a tenant sees its users only; nobody changes a user who may do more than oneself, gives away a role that one
 * doesn't have, or disables oneself. Every change is audited before it is made. Thread-safe.
 */
public final class UserAdminServlet extends AdminServlet {
    private static final long serialVersionUID = 1;

    /** Makes the servlet, as a container does. */
    public UserAdminServlet() {}

    @Override
    void serve(String path, Administrator administrator, HttpServletResponse response) throws IOException {
        List<String> names = names(path);
        String call = administrator.request().getMethod().replace("HEAD", "GET")
                + ' '
                + (names.size() == 2 ? names.get(1) : names.size());
        switch (call) {
            case "GET 0" -> list(administrator, response);
            case "GET 1" -> send(response, HttpServletResponse.SC_OK, describe(user(names.get(0), administrator)));
            case "PUT enabled" -> enable(names.get(0), administrator, response);
            case "PUT roles" -> grant(names.get(0), administrator, response);
            case "DELETE failures" -> forgive(names.get(0), administrator, response);
            default -> {
                switch (names.size() == 2 ? names.get(1) : String.valueOf(names.size())) {
                    case "0", "1" -> throw methodNotAllowed(response, "GET, HEAD");
                    case "enabled", "roles" -> throw methodNotAllowed(response, "PUT");
                    case "failures" -> throw methodNotAllowed(response, "DELETE");
                    default -> throw AdminRefusal.notFound("page");
                }
            }
        }
    }

    private static void list(Administrator administrator, HttpServletResponse response) throws IOException {
        ObjectNode answer = object();
        ArrayNode users = answer.putArray("users");
        administrator.identity().users().all().stream()
                .filter(administrator::sees)
                .map(UserAdminServlet::describe)
                .forEach(users::add);
        send(response, HttpServletResponse.SC_OK, answer);
    }

    private static void enable(String id, Administrator administrator, HttpServletResponse response)
            throws IOException {
        HttpServletRequest request = administrator.request();
        JsonEntry body = body(request, Set.of("enabled"));
        requireMember(body, "enabled");
        boolean enabled = read(() -> body.flag("enabled", false));
        User user = administrator.manage(id);
        if (!enabled && administrator.is(user)) {
            throw new AdminRefusal(409, "You can't disable yourself");
        }
        administrator.audit((enabled ? "enable" : "disable") + " user " + id);
        User changed = change(id, found -> found.withEnabled(enabled), administrator);
        if (!enabled) {
            administrator.identity().sessions().revokeAllOf(id);
        }
        send(response, HttpServletResponse.SC_OK, describe(changed));
    }

    private static void grant(String id, Administrator administrator, HttpServletResponse response) throws IOException {
        JsonEntry body = body(administrator.request(), Set.of("roles"));
        requireMember(body, "roles");
        Set<Role> roles = new LinkedHashSet<>();
        for (String name : read(() -> body.texts("roles"))) {
            Role role = administrator
                    .identity()
                    .roles()
                    .role(name)
                    .orElseThrow(() -> new AdminRefusal(400, "roles names a role that isn't declared"));
            administrator.requireRole(role);
            roles.add(role);
        }
        administrator.manage(id);
        administrator.audit("grant " + roles + " to user " + id);
        User changed = change(id, found -> found.withRoles(roles), administrator);
        send(response, HttpServletResponse.SC_OK, describe(changed));
    }

    private static void forgive(String id, Administrator administrator, HttpServletResponse response) {
        User user = administrator.manage(id);
        administrator.audit("forgive failed logins of user " + id);
        administrator.identity().login().forgive(user.name());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static User change(String id, UnaryOperator<User> change, Administrator administrator) {
        return administrator.identity().users().update(id, change).orElseThrow(() -> AdminRefusal.notFound("user"));
    }

    /** What isn't said isn't taken for an empty answer. */
    private static void requireMember(JsonEntry body, String name) {
        if (!body.names().contains(name)) {
            throw new AdminRefusal(400, name + " is missing");
        }
    }

    private static User user(String id, Administrator administrator) {
        return administrator
                .identity()
                .users()
                .byId(id)
                .filter(administrator::sees)
                .orElseThrow(() -> AdminRefusal.notFound("user"));
    }

    private static ObjectNode describe(User user) {
        ObjectNode json = object().put("id", user.id()).put("name", user.name());
        ArrayNode roles = json.putArray("roles");
        user.roles().forEach(role -> roles.add(role.name()));
        user.tenant().ifPresent(tenant -> json.put("tenant", tenant.id()));
        return json.put("enabled", user.enabled());
    }
}
