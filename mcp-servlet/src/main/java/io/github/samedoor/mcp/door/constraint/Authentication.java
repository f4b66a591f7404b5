/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.constraint;

import io.github.samedoor.mcp.door.container.LoginConfig;
import io.github.samedoor.mcp.door.view.CapturedResponse;
import io.github.samedoor.route.HeaderFields;
import io.github.samedoor.route.RouteAnswer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the container authenticates the caller of a constrained route: one kind for each kind of {@code login-config}. */
sealed interface Authentication {
    /** Returns the authentication that an application is configured for. */
    static Authentication of(LoginConfig login) {
        return switch (login.method().toUpperCase(Locale.ROOT)) {
            case "BASIC" -> new Basic(login.realm());
            case "DIGEST", "CLIENT-CERT", "CLIENT_CERT" -> new ByContainer(login.method());
            default -> new Never(login.method());
        };
    }

    /** Returns its name, for the guard report. */
    String name();

    /** Authenticates the caller, or not. */
    Optional<ContainerUser> authenticate(HttpServletRequest container, CapturedResponse challenge);

    /** Returns the answer for who isn't authenticated. */
    RouteAnswer challenge(CapturedResponse written);

    /**
     * BASIC (RFC 7617), by the container's own login, which unlike its {@code authenticate} never writes a response.
     *
     * @param realm the realm's name
     */
    record Basic(String realm) implements Authentication {
        private static final Logger LOG = LoggerFactory.getLogger(Basic.class);

        @Override
        public String name() {
            return "BASIC";
        }

        @Override
        public Optional<ContainerUser> authenticate(HttpServletRequest container, CapturedResponse challenge) {
            Optional<String> pair = userAndPassword(container);
            int colon = pair.map(text -> text.indexOf(':')).orElse(-1);
            if (pair.isEmpty() || colon < 0) {
                return Optional.empty();
            }
            try {
                container.login(pair.get().substring(0, colon), pair.get().substring(colon + 1));
                return Optional.of(ContainerUser.loggedIn(container));
            } catch (ServletException e) {
                LOG.debug("The container refused a login");
                return Optional.empty();
            }
        }

        @Override
        public RouteAnswer challenge(CapturedResponse written) {
            return ConstraintGate.unauthenticated("Basic realm=\"" + realm.replace("\"", "") + '"');
        }

        private static Optional<String> userAndPassword(HttpServletRequest container) {
            String header = container.getHeader("Authorization");
            if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
                return Optional.empty();
            }
            try {
                byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
                return Optional.of(new String(decoded, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * DIGEST and CLIENT-CERT, by the container's own {@code authenticate} on the request that carries the call.
     *
     * @param name the method of {@code login-config}
     */
    record ByContainer(String name) implements Authentication {
        private static final Logger LOG = LoggerFactory.getLogger(ByContainer.class);

        @Override
        public Optional<ContainerUser> authenticate(HttpServletRequest container, CapturedResponse challenge) {
            try {
                return container.authenticate(challenge)
                        ? Optional.of(ContainerUser.loggedIn(container))
                        : Optional.empty();
            } catch (ServletException | IOException e) {
                LOG.debug("The container refused to authenticate", e);
                return Optional.empty();
            }
        }

        /** Returns 401 whatever was written, since some containers write nothing at all. */
        @Override
        public RouteAnswer challenge(CapturedResponse written) {
            HeaderFields all = written.toAnswer().headers();
            HeaderFields challenges = new HeaderFields(all.fields().stream()
                    .filter(field -> field.name().equalsIgnoreCase("WWW-Authenticate"))
                    .toList());
            return new RouteAnswer(401, challenges, new byte[0], false);
        }
    }

    /**
     * FORM and everything else: its user comes from a session, which a tool call doesn't bring along.
     *
     * @param method the method of {@code login-config}, empty where there is none
     */
    record Never(String method) implements Authentication {
        @Override
        public String name() {
            return method.isEmpty() ? "nothing, so refused" : method + ", so only by session";
        }

        @Override
        public Optional<ContainerUser> authenticate(HttpServletRequest container, CapturedResponse challenge) {
            return Optional.empty();
        }

        @Override
        public RouteAnswer challenge(CapturedResponse written) {
            return new RouteAnswer(401, new HeaderFields(List.of()), new byte[0], false);
        }
    }
}
