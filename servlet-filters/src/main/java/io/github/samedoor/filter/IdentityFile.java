/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.filter.json.JsonEntry;
import io.github.samedoor.filter.json.StrictJson;
import io.github.samedoor.identity.Role;
import io.github.samedoor.identity.RoleModel;
import io.github.samedoor.identity.Tenant;
import io.github.samedoor.password.InMemoryUserDirectory;
import io.github.samedoor.password.LoginLimits;
import io.github.samedoor.password.PasswordHash;
import io.github.samedoor.password.User;
import io.github.samedoor.ratelimit.RateLimit;
import io.github.samedoor.session.InMemorySessionStore;
import io.github.samedoor.session.SessionLifetimes;
import io.github.samedoor.token.InMemoryTokenRegistry;
import io.github.samedoor.token.IssuedToken;
import io.github.samedoor.token.TenantTokens;
import io.github.samedoor.token.TokenHash;
import io.github.samedoor.token.TokenKind;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads users, tokens, roles and tenants from a JSON file of the web application; it holds hashes, never a secret.
 *
 * <p>Members: {@code demo}, {@code roles} (each with the roles that it implies), {@code tenants}, {@code users},
 * {@code tokens}, {@code sessions}, {@code login}, {@code store}. Every complaint names the file and the entry.
 */
final class IdentityFile {
    private static final Set<String> MEMBERS =
            Set.of("demo", "roles", "tenants", "users", "tokens", "sessions", "login", "store");

    private final JsonEntry root;
    private final RoleModel roles;
    private final Set<Tenant> tenants = new HashSet<>();
    private final InstalledHashers hashers = InstalledHashers.find();

    private IdentityFile(JsonEntry root) {
        this.root = root;
        this.roles = readRoles();
    }

    /** Loads the file; an IllegalArgumentException names the file, the entry and the mend. */
    static IdentityContext load(ServletContext context, String file, boolean demoAllowed) {
        if (!file.startsWith("/WEB-INF/") || file.contains("..")) {
            throw new IllegalArgumentException("the identity file '" + file
                    + "' could be downloaded from there: put it below /WEB-INF/, such as /WEB-INF/identity.json");
        }
        try (InputStream in = context.getResourceAsStream(file)) {
            return new IdentityFile(new JsonEntry("", parse(in), MEMBERS)).read(demoAllowed, context);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode parse(@Nullable InputStream in) throws IOException {
        if (in == null) {
            throw new IllegalArgumentException("there is no such file: put it there, or mend the context-param "
                    + IdentityContext.CONTEXT_PARAMETER);
        }
        return StrictJson.read(in);
    }

    private IdentityContext read(boolean demoAllowed, ServletContext context) {
        if (root.flag("demo", false) && !demoAllowed) {
            throw new IllegalArgumentException("it holds demo credentials (\"demo\": true), which everybody knows: give"
                    + " the application users and tokens of its own, or, to try it on this machine, set the context-param "
                    + IdentityContext.DEMO_PARAMETER + " to true");
        }
        TenantTokens tenantTokens = readTenants();
        List<User> users = readUsers();
        IdentityBuilder builder = IdentityContext.builder(roles, new InMemoryUserDirectory(users))
                .hasher(hashers.forUsers(users))
                .audit(AuditSink.of(context))
                .tenants(tenantTokens)
                .tokens(readTokens(users))
                .sessions(new InMemorySessionStore(), readLifetimes())
                .loginLimits(readLoginLimits());
        StoreEntry.open(root, context).ifPresent(builder::store);
        return builder.build();
    }

    private RoleModel readRoles() {
        JsonEntry declared = root.anyEntry("roles");
        Map<String, List<String>> implied = new LinkedHashMap<>();
        declared.names().forEach(name -> implied.put(name, declared.texts(name)));
        try {
            return RoleModel.of(implied);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("roles: " + e.getMessage(), e);
        }
    }

    private TenantTokens readTenants() {
        Map<TokenHash, Tenant> byToken = new HashMap<>();
        for (JsonEntry entry : root.entries("tenants", Set.of("id", "tokenSha256"))) {
            Tenant tenant = entry.required("id", Tenant::new);
            if (!tenants.add(tenant)) {
                throw new IllegalArgumentException(entry.at("id") + ": the tenant " + tenant + " stands twice");
            }
            entry.optional("tokenSha256", TokenHash::ofHex).ifPresent(hash -> {
                if (byToken.put(hash, tenant) != null) {
                    throw new IllegalArgumentException(entry.at("tokenSha256") + ": two tenants have this token");
                }
            });
        }
        return TenantTokens.of(byToken);
    }

    private List<User> readUsers() {
        return root.entries("users", Set.of("id", "name", "passwordHash", "roles", "tenant", "enabled")).stream()
                .map(this::readUser)
                .toList();
    }

    private User readUser(JsonEntry entry) {
        Set<Role> granted = new LinkedHashSet<>();
        for (String name : entry.texts("roles")) {
            granted.add(roles.role(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            entry.at("roles") + ": the role '" + name + "' isn't declared under roles")));
        }
        return new User(
                entry.text("id"),
                entry.text("name"),
                entry.optional("passwordHash", this::readHash),
                granted,
                entry.optional("tenant", this::readTenant),
                entry.flag("enabled", true));
    }

    private PasswordHash readHash(String text) {
        PasswordHash hash = new PasswordHash(text);
        if (!hashers.reads(hash)) {
            throw new IllegalArgumentException(
                    "it isn't a password hash of the form $pbkdf2-sha256$i=ITERATIONS$SALT$HASH, nor one that an"
                            + " optional module of this application reads, such as samedoor-passwords-argon2");
        }
        return hash;
    }

    private Tenant readTenant(String id) {
        Tenant tenant = new Tenant(id);
        if (!tenants.contains(tenant)) {
            throw new IllegalArgumentException("the tenant '" + id + "' isn't declared under tenants");
        }
        return tenant;
    }

    private InMemoryTokenRegistry readTokens(List<User> users) {
        Set<String> ids = new HashSet<>();
        users.forEach(user -> ids.add(user.id()));
        InMemoryTokenRegistry registry = new InMemoryTokenRegistry();
        for (JsonEntry entry :
                root.entries("tokens", Set.of("kind", "sha256", "owner", "label", "created", "expires"))) {
            IssuedToken token = new IssuedToken(
                    entry.required("sha256", TokenHash::ofHex),
                    entry.required("kind", IdentityFile::readKind),
                    entry.text("owner"),
                    entry.optionalText("label").orElse(""),
                    entry.optional("created", IdentityFile::readInstant),
                    entry.optional("expires", IdentityFile::readInstant),
                    Optional.empty());
            if (!ids.contains(token.owner())) {
                throw new IllegalArgumentException(entry.at("owner") + ": no user has the id '" + token.owner() + "'");
            }
            if (!registry.add(token)) {
                throw new IllegalArgumentException(entry.at("sha256") + ": two tokens have this hash");
            }
        }
        return registry;
    }

    private SessionLifetimes readLifetimes() {
        JsonEntry entry = root.entry("sessions", Set.of("access", "idle", "absolute", "grace"));
        SessionLifetimes standard = SessionLifetimes.standard();
        return new SessionLifetimes(
                entry.optional("access", IdentityFile::readDuration).orElse(standard.access()),
                entry.optional("idle", IdentityFile::readDuration).orElse(standard.idle()),
                entry.optional("absolute", IdentityFile::readDuration).orElse(standard.absolute()),
                entry.optional("grace", IdentityFile::readDuration).orElse(standard.grace()));
    }

    private LoginLimits readLoginLimits() {
        JsonEntry entry = root.entry("login", Set.of("perAccount", "perAddress"));
        LoginLimits standard = LoginLimits.standard();
        return new LoginLimits(
                entry.optional("perAccount", text -> RateLimit.parse("login-account", text))
                        .orElse(standard.perAccount()),
                entry.optional("perAddress", text -> RateLimit.parse("login-address", text))
                        .orElse(standard.perAddress()),
                standard.delay());
    }

    private static TokenKind readKind(String text) {
        return switch (text) {
            case "bearer" -> TokenKind.BEARER;
            case "apiKey" -> TokenKind.API_KEY;
            default -> throw new IllegalArgumentException("it is bearer or apiKey, not '" + text + "'");
        };
    }

    private static Instant readInstant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it is a moment in UTC, such as 2027-01-31T00:00:00Z", e);
        }
    }

    private static Duration readDuration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it is an ISO-8601 duration, such as PT30M", e);
        }
    }
}
