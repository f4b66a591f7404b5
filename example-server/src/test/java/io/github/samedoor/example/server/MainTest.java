/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example.server;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {
    @TempDir
    private Path directory;

    @Test
    void listensOnPort3008UnlessAnotherIsGiven() {
        assertThat(Main.port(new String[0]), is(OptionalInt.of(3008)));
        assertThat(Main.port(new String[] {"4000"}), is(OptionalInt.of(4000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "65536", "123456"})
    void refusesWhatIsNoPort(String text) {
        assertThat(Main.port(new String[] {text}), is(OptionalInt.empty()));
    }

    @Test
    void servesAPackedApplicationAtTheRoot() throws Exception {
        try (ExampleServer server = ExampleServer.start(war(), 0)) {
            assertThat(get(server.uri().resolve("/page.txt")), is("served"));
        }
    }

    @Test
    void welcomesWithAnAddressAndACommandToPaste() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExampleServer server = ExampleServer.start(war(), 0)) {
            Main.welcome(server, new PrintStream(out, true, StandardCharsets.UTF_8));
            assertThat(out.toString(StandardCharsets.UTF_8), containsString("curl -X POST " + server.uri()));
        }
    }

    @Test
    void tellsThatThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Main.serve(war(), taken.getLocalPort()), is(1));
        }
    }

    @Test
    void tellsThatTheExampleIsNotPacked() throws Exception {
        assertThat(Main.serve(directory.resolve("missing.war"), 0), is(1));
    }

    private Path war() throws Exception {
        Path war = directory.resolve("small.war");
        try (OutputStream file = Files.newOutputStream(war);
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.putNextEntry(new JarEntry("page.txt"));
            jar.write("served".getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        return war;
    }

    private static String get(URI uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
