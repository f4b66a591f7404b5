/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.sun.net.httpserver.HttpServer;
import io.github.samedoor.audit.AuditActor;
import io.github.samedoor.audit.AuditEvent;
import io.github.samedoor.audit.FileAuditLog;
import io.github.samedoor.credential.Secret;
import io.github.samedoor.filter.AuthenticationFilter;
import io.github.samedoor.filter.IdentityContext;
import io.github.samedoor.filter.admin.TokenAdminServlet;
import io.github.samedoor.password.PasswordHash;
import io.github.samedoor.password.Pbkdf2PasswordHasher;
import io.github.samedoor.password.argon2.Argon2PasswordHasher;
import io.github.samedoor.token.TokenHash;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed jar, run as users run it. */
class CommandTest {
    private static final String PASSWORD = "correct horse battery staple";

    @TempDir
    Path directory;

    @Test
    void helpNamesTheCommandsAndAWrongCommandLineEndsWithTwo() throws Exception {
        Samedoor.Ended help = Samedoor.run("--help");
        assertThat(help.code(), is(0));
        assertThat(help.out(), allOf(containsString("token"), containsString("password"), containsString("audit")));
        assertThat(Samedoor.run("token", "create", "--owner", "1").code(), is(2));
        assertThat(Samedoor.run("token", "create", "--help").out(), containsString("--credential-file"));
    }

    @Test
    void aPasswordIsHashedAndNeverTakenFromTheCommandLine() throws Exception {
        Samedoor.Ended hashed = Samedoor.run(PASSWORD + "\n", Map.of(), "password", "hash");
        assertThat(hashed.err(), hashed.code(), is(0));
        PasswordHash hash = new PasswordHash(hashed.out().strip());
        assertThat(new Pbkdf2PasswordHasher().verify(new Secret(PASSWORD), hash), is(true));
        Samedoor.Ended argon = Samedoor.run(PASSWORD + "\n", Map.of(), "password", "hash", "--algorithm", "ARGON2ID");
        assertThat(
                new Argon2PasswordHasher()
                        .verify(
                                new Secret(PASSWORD),
                                new PasswordHash(argon.out().strip())),
                is(true));
        assertThat(Samedoor.run("password", "hash", PASSWORD).code(), is(2));
    }

    @Test
    void aShortPasswordIsRefusedWithoutBeingShown() throws Exception {
        Samedoor.Ended refused = Samedoor.run("password123\n", Map.of(), "password", "hash");
        assertThat(refused.code(), is(1));
        assertThat(refused.err(), allOf(containsString("too short"), not(containsString("password123"))));
        assertThat(refused.out(), is(""));
    }

    @Test
    void aTokenMadeInTheFileOpensTheApplicationWhichMakesAndRevokesOthers() throws Exception {
        String file = identityFile().toString();
        Samedoor.Ended made = Samedoor.run("token", "create", "--file", file, "--owner", "2", "--label", "first");
        assertThat(made.err(), made.code(), is(0));
        String token = made.out().strip();
        assertThat(Files.readString(Path.of(file)), not(containsString(token)));
        try (App app = new App(directory)) {
            Map<String, String> administrator = Map.of(SecretInput.VARIABLE, "Bearer " + token);
            String url = app.url();
            Samedoor.Ended key = Samedoor.run(
                    "",
                    administrator,
                    "token",
                    "create",
                    "--url",
                    url,
                    "--owner",
                    "1",
                    "--kind",
                    "API_KEY",
                    "--expires-in",
                    "P1D");
            assertThat(key.err(), key.code(), is(0));
            assertThat(key.out(), startsWith("key-"));
            String id = TokenHash.of(new Secret(key.out().strip())).id();
            assertThat(
                    Samedoor.run("", administrator, "token", "list", "--url", url, "--owner", "1")
                            .out(),
                    allOf(containsString(id), containsString("\"live\":true")));
            assertThat(
                    Samedoor.run("", administrator, "token", "revoke", "--url", url, id)
                            .code(),
                    is(0));
            assertThat(
                    Samedoor.run("", administrator, "token", "list", "--url", url, "--owner", "1")
                            .out(),
                    containsString("\"live\":false"));
            Samedoor.Ended refused = Samedoor.run("Bearer wrong-token\n", Map.of(), "token", "list", "--url", url);
            assertThat(refused.code(), is(1));
            assertThat(refused.err(), allOf(containsString("401"), not(containsString("wrong-token"))));
        }
    }

    @Test
    void aTokenIsTakenOutOfTheFile() throws Exception {
        Path file = identityFile();
        String token = Samedoor.run("token", "create", "--file", file.toString(), "--owner", "1")
                .out()
                .strip();
        String id = TokenHash.of(new Secret(token)).id();
        assertThat(Samedoor.run("token", "list", "--file", file.toString()).out(), containsString(id));
        assertThat(
                Samedoor.run("token", "revoke", "--file", file.toString(), id).code(), is(0));
        assertThat(Files.readString(file), not(containsString(id)));
        assertThat(
                Samedoor.run("token", "revoke", "--file", file.toString(), id).code(), is(1));
        String before = Files.readString(file);
        assertThat(
                Samedoor.run("token", "create", "--file", file.toString(), "--owner", "9")
                        .code(),
                is(1));
        assertThat(Files.readString(file), is(before));
    }

    @Test
    void aCredentialIsNotSentInTheClear() throws Exception {
        Samedoor.Ended refused = Samedoor.run(
                "",
                Map.of(SecretInput.VARIABLE, "Bearer x"),
                "token",
                "list",
                "--url",
                "http://192.0.2.1/admin/tokens");
        assertThat(refused.code(), is(1));
        assertThat(refused.err(), containsString("https"));
    }

    @Test
    void anEditedAuditFileIsFound() throws Exception {
        Path file = directory.resolve("audit.jsonl");
        try (FileAuditLog log = new FileAuditLog(file, new FileAuditLog.Options(false, true))) {
            for (String target : List.of("GET /one", "GET /two", "GET /three")) {
                log.append(new AuditEvent(
                        Instant.EPOCH,
                        AuditEvent.Action.REQUEST,
                        AuditActor.unknown("192.0.2.1"),
                        target,
                        AuditEvent.Outcome.GRANTED,
                        "",
                        Map.of()));
            }
        }
        Samedoor.Ended intact = Samedoor.run("audit", "verify", file.toString());
        assertThat(intact.err(), intact.code(), is(0));
        assertThat(intact.out(), startsWith("3 lines are intact"));
        Files.writeString(file, Files.readString(file).replace("GET /two", "GET /2wo"));
        Samedoor.Ended broken = Samedoor.run("audit", "verify", file.toString());
        assertThat(broken.code(), is(1));
        assertThat(broken.err(), containsString("line 2 of"));
    }

    @Test
    void theGuardReportIsPrintedAndARefusedToolEndsItWithOne() throws Exception {
        try (Report report = new Report("offered")) {
            Samedoor.Ended whole =
                    Samedoor.run("", Map.of(SecretInput.VARIABLE, "Bearer good"), "guards", report.url());
            assertThat(whole.err(), whole.code(), is(0));
            assertThat(whole.out(), containsString("GET /a  offered: constraint: role user > audit > servlet a"));
        }
        try (Report report = new Report("refused")) {
            Samedoor.Ended refused =
                    Samedoor.run("", Map.of(SecretInput.VARIABLE, "Bearer good"), "guards", report.url());
            assertThat(refused.code(), is(1));
            assertThat(refused.out(), containsString("GET /a  REFUSED: it can't be proved. Mend: map it"));
            Samedoor.Ended stranger =
                    Samedoor.run("", Map.of(SecretInput.VARIABLE, "Bearer bad"), "guards", report.url());
            assertThat(stranger.code(), is(1));
            assertThat(stranger.err(), allOf(containsString("403"), not(containsString("Bearer bad"))));
        }
    }

    private Path identityFile() throws Exception {
        Path file = directory.resolve("WEB-INF/identity.json");
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file,
                "{\"roles\":{\"admin\":[\"user\"],\"user\":[]},\"users\":[{\"id\":\"1\",\"name\":\"ann\",\"roles\":"
                        + "[\"user\"]},{\"id\":\"2\",\"name\":\"ben\",\"roles\":[\"admin\"]}]}");
    }

    /** An application with the admin servlet behind its filter, on a free port. */
    private static final class App implements AutoCloseable {
        private final Server server = new Server();
        private final ServerConnector connector = new ServerConnector(server);

        App(Path webapp) throws Exception {
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            ServletContextHandler handler = new ServletContextHandler("/");
            handler.setBaseResourceAsPath(webapp);
            handler.setInitParameter(IdentityContext.CONTEXT_PARAMETER, "/WEB-INF/identity.json");
            handler.addFilter(new FilterHolder(AuthenticationFilter.class), "/*", EnumSet.of(DispatcherType.REQUEST));
            handler.addServlet(TokenAdminServlet.class, "/admin/tokens/*");
            server.setHandler(handler);
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + connector.getLocalPort() + "/admin/tokens";
        }

        @Override
        public void close() {
            try {
                server.stop();
            } catch (Exception e) {
                throw new IllegalStateException("Jetty didn't stop", e);
            }
        }
    }

    /** A guard report as an endpoint would give it to whoever shows the right credential. */
    private static final class Report implements AutoCloseable {
        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        Report(String verdict) throws IOException {
            byte[] json =
                    ("{\"container\":\"Test/1\",\"selfTest\":\"passed\",\"tools\":[{\"tool\":\"get_a\",\"route\":\"GET /a\","
                                    + "\"constraint\":\"constraint: role user\",\"verdict\":\"" + verdict
                                    + "\",\"filters\":[\"audit\"],\"servlet\":\"a\","
                                    + "\"reason\":\"it can't be proved\",\"mend\":\"map it\"}]}")
                            .getBytes(StandardCharsets.UTF_8);
            server.createContext("/mcp/guards", exchange -> {
                boolean good = "Bearer good".equals(exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.sendResponseHeaders(good ? 200 : 403, good ? json.length : -1);
                if (good) {
                    exchange.getResponseBody().write(json);
                }
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/mcp/guards";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
