/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.credential.Secret;
import io.github.samedoor.filter.json.JsonEntry;
import io.github.samedoor.password.User;
import io.github.samedoor.token.IssuedToken;
import io.github.samedoor.token.TokenHash;
import io.github.samedoor.token.TokenKind;
import io.github.samedoor.token.TokenMint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes, lists and revokes static tokens and API keys at run time; map it at a path and at what is below, such as
 * {@code /admin/tokens} and {@code /admin/tokens/*}.
 *
 * <ul>
 *   <li>{@code GET}: all tokens, or with {@code ?owner=ID} those of a user; hashes and secrets are never shown
 *   <li>{@code POST {"kind": "bearer" or "apiKey", "owner": ID, "label": TEXT, "expiresIn": "P90D"}}: 201 and the token,
 *       which is shown this once; the last two are optional
 *   <li>{@code DELETE /ID}: 204, and the token is dead from the next call on; the id is the one in the list
 * </ul>
 *
 * <p>The init-param {@code role} names the role that is asked for, {@code admin} by default; guard the path as well. Who
 * belongs to a tenant sees its users' tokens only, and nobody makes a token for a user who may do more than oneself. Every
 * change is audited before it is made. Thread-safe.
 */
public final class TokenAdminServlet extends AdminServlet {
    private static final long serialVersionUID = 1;
    private static final int MAX_LABEL = 200;

    /** Makes the servlet, as a container does. */
    public TokenAdminServlet() {}

    @Override
    void serve(String path, Administrator administrator, HttpServletResponse response) throws IOException {
        String method = administrator.request().getMethod();
        List<String> names = names(path);
        if (names.isEmpty()) {
            switch (method) {
                case "GET", "HEAD" -> list(administrator, response);
                case "POST" -> create(administrator, response);
                default -> throw methodNotAllowed(response, "GET, HEAD, POST");
            }
        } else if (names.size() == 1) {
            if (!method.equals("DELETE")) {
                throw methodNotAllowed(response, "DELETE");
            }
            revoke(names.get(0), administrator);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            throw AdminRefusal.notFound("token");
        }
    }

    private static void list(Administrator administrator, HttpServletResponse response) throws IOException {
        String owner = administrator.request().getParameter("owner");
        ObjectNode answer = object();
        ArrayNode tokens = answer.putArray("tokens");
        List<IssuedToken> found = owner == null
                ? administrator.identity().tokens().all()
                : administrator.identity().tokens().ownedBy(owner);
        Instant now = administrator.identity().clock().instant();
        found.stream()
                .filter(token -> administrator.seesUser(token.owner()))
                .map(token -> describe(token, now))
                .forEach(tokens::add);
        send(response, HttpServletResponse.SC_OK, answer);
    }

    private static void create(Administrator administrator, HttpServletResponse response) throws IOException {
        HttpServletRequest request = administrator.request();
        JsonEntry body = body(request, Set.of("kind", "owner", "label", "expiresIn"));
        Instant now = administrator.identity().clock().instant().truncatedTo(ChronoUnit.MILLIS);
        TokenKind kind = read(() -> body.required("kind", TokenAdminServlet::kind));
        String ownerId = read(() -> body.text("owner"));
        String label =
                read(() -> body.optional("label", TokenAdminServlet::label).orElse(""));
        Optional<Instant> expires = read(() -> body.optional("expiresIn", text -> end(now, text)));
        User owner = administrator.manage(ownerId);
        Secret secret = new TokenMint(new SecureRandom()).mint(kind == TokenKind.BEARER ? "token-" : "key-");
        IssuedToken token = new IssuedToken(
                TokenHash.of(secret), kind, owner.id(), label, Optional.of(now), expires, Optional.empty());
        administrator.audit("create token " + token.hash().id() + " of user " + owner.id());
        if (!administrator.identity().tokens().add(token)) {
            throw new IllegalStateException("A new token has the hash of another");
        }
        ObjectNode answer = object().put("token", secret.reveal());
        answer.setAll(describe(token, now));
        send(response, HttpServletResponse.SC_CREATED, answer);
    }

    private static void revoke(String id, Administrator administrator) {
        List<IssuedToken> found = administrator.identity().tokens().all().stream()
                .filter(token ->
                        token.hash().id().equals(id) || token.hash().hex().equals(id))
                .filter(token -> administrator.seesUser(token.owner()))
                .toList();
        if (found.isEmpty()) {
            throw AdminRefusal.notFound("token");
        }
        if (found.size() > 1) {
            throw new AdminRefusal(409, "Several tokens have this id: name one by its whole SHA-256");
        }
        IssuedToken token = found.get(0);
        if (administrator.identity().users().byId(token.owner()).isPresent()) {
            administrator.manage(token.owner());
        }
        administrator.audit("revoke token " + token.hash().id() + " of user " + token.owner());
        administrator
                .identity()
                .tokens()
                .revoke(token.hash(), administrator.identity().clock().instant());
    }

    private static ObjectNode describe(IssuedToken token, Instant now) {
        ObjectNode json = object().put("id", token.hash().id())
                .put("kind", token.kind() == TokenKind.BEARER ? "bearer" : "apiKey")
                .put("owner", token.owner())
                .put("label", token.label());
        token.created().ifPresent(when -> json.put("created", when.toString()));
        token.expires().ifPresent(when -> json.put("expires", when.toString()));
        token.revoked().ifPresent(when -> json.put("revoked", when.toString()));
        return json.put("live", token.isLive(now));
    }

    private static TokenKind kind(String text) {
        return switch (text) {
            case "bearer" -> TokenKind.BEARER;
            case "apiKey" -> TokenKind.API_KEY;
            default -> throw new IllegalArgumentException("it is bearer or apiKey");
        };
    }

    private static String label(String text) {
        if (text.length() > MAX_LABEL || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("it has at most " + MAX_LABEL + " characters and no line breaks");
        }
        return text;
    }

    private static Instant end(Instant now, String text) {
        try {
            Duration life = Duration.parse(text);
            if (life.isNegative() || life.isZero() || life.toDays() > 3650) {
                throw new IllegalArgumentException("it is more than nothing and at most 3650 days");
            }
            return now.plus(life);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it is an ISO-8601 duration, such as P90D", e);
        }
    }
}
