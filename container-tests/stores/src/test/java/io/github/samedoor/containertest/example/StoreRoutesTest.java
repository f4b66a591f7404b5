/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.store.testing.PostgresServer;
import io.github.samedoor.store.testing.RedisServer;
import io.github.samedoor.store.testing.TcpProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.naming.NamingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of the example on H2, on PostgreSQL and on Redis, each configured by one line of the identity file. */
class StoreRoutesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path h2;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path postgres;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path redis;

    @SuppressWarnings("NullAway.Init")
    private static PostgresServer postgresServer;

    @SuppressWarnings("NullAway.Init")
    private static RedisServer redisServer;

    @SuppressWarnings("NullAway.Init")
    private static TcpProxy wayToPostgres;

    @SuppressWarnings("NullAway.Init")
    private static TcpProxy wayToRedis;

    @SuppressWarnings("NullAway.Init")
    private static List<HikariDataSource> pools;

    @BeforeAll
    static void startServers() throws NamingException {
        postgresServer = PostgresServer.start();
        redisServer = RedisServer.start();
        wayToPostgres = TcpProxy.to(postgresServer.port());
        wayToRedis = TcpProxy.to(redisServer.port());
        HikariDataSource poolOfH2 = pool("jdbc:h2:mem:example;DB_CLOSE_DELAY=-1");
        HikariDataSource poolOfPostgres = pool(PostgresServer.url(wayToPostgres.port())
                + "&connectTimeout=1&loginTimeout=1&socketTimeout=5&tcpKeepAlive=true");
        pools = List.of(poolOfH2, poolOfPostgres);
        ContainerNames names = ContainerNames.install();
        names.put("java:comp/env/jdbc/h2", poolOfH2);
        names.put("java:comp/env/jdbc/postgres", poolOfPostgres);
    }

    @AfterAll
    static void stopServers() {
        pools.forEach(HikariDataSource::close);
        wayToPostgres.close();
        wayToRedis.close();
        postgresServer.close();
        redisServer.close();
    }

    @Nested
    class OnH2 extends StoreContract {
        OnH2() {
            super(h2, "{\"type\": \"jdbc\", \"dataSource\": \"java:comp/env/jdbc/h2\"}");
        }
    }

    @Nested
    class OnPostgres extends StoreContract {
        OnPostgres() {
            super(postgres, "{\"type\": \"jdbc\", \"dataSource\": \"java:comp/env/jdbc/postgres\"}");
        }

        @Test
        void anOutageIsNoLogoutAndNoWayIn() {
            survivesOutages(a, wayToPostgres);
        }
    }

    @Nested
    class OnRedis extends StoreContract {
        OnRedis() {
            super(redis, "{\"type\": \"redis\", \"uri\": \"" + RedisServer.url(wayToRedis.port()) + "\"}");
        }

        @Test
        void anOutageIsNoLogoutAndNoWayIn() {
            survivesOutages(a, wayToRedis);
        }
    }

    private static void survivesOutages(ExampleServer server, TcpProxy way) {
        JsonNode login = server.login("alice", "password123");
        List<Runnable> outages = List.of(way::down, way::blackHole, () -> way.slow(3_000));
        for (Runnable outage : outages) {
            outage.run();
            refusedInTime(server, login);
            way.back();
            comesBack(server, login);
        }
    }

    private static void refusedInTime(ExampleServer server, JsonNode login) {
        RouteCase profile = RouteTable.routes().stream()
                .filter(route -> route.path().equals("/user/profile"))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            HttpAnswer answer = server.http().get("/user/profile", StoreContract.bearer(login));
            assertThat(Duration.ofNanos(System.nanoTime() - start), is(lessThan(Duration.ofSeconds(1))));
            assertThat(answer.status(), is(503));
            assertThat(answer.header("Retry-After").isPresent(), is(true));
            assertThat(
                    server.http()
                            .get("/public/info", StoreContract.bearer(login))
                            .status(),
                    is(200));
            assertThat(server.http().get("/public/info").status(), is(200));
            for (Way each : Way.values()) {
                assertThat(each.call(server, Shown.ADMIN_TOKEN, profile).http().status(), is(503));
            }
            assertThat(StoreContract.refresh(server, login).status(), is(503));
        }
    }

    private static void comesBack(ExampleServer server, JsonNode login) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        int status = StoreContract.status(server, login, "/user/profile");
        while (status == 503 && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            status = StoreContract.status(server, login, "/user/profile");
        }
        assertThat("the same login, within two seconds", status, is(200));
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setConnectionTimeout(500);
        config.setValidationTimeout(250);
        return new HikariDataSource(config);
    }
}
