/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Serves the example until it is stopped: {@code java -jar samedoor-example-server.jar [port]}. */
public final class Main {
    private static final int PORT = 3008;
    private static final String WAR = "lib/samedoor-example-webapp.war";

    private Main() {}

    /**
     * Starts the server, tells where it is and waits.
     *
     * @param args nothing, or a port; ends with status 1 if the example can't be served and 2 if the port is none
     * @throws Exception if the application doesn't start
     */
    public static void main(String[] args) throws Exception {
        OptionalInt port = port(args);
        if (port.isEmpty()) {
            System.err.println("The only argument is a port from 0 to 65535, for example 3009");
            System.exit(2);
        }
        System.exit(serve(war(), port.getAsInt()));
    }

    static OptionalInt port(String[] args) {
        if (args.length == 0) {
            return OptionalInt.of(PORT);
        }
        boolean number = args.length == 1 && args[0].matches("[0-9]{1,5}");
        return number && Integer.parseInt(args[0]) <= 65_535
                ? OptionalInt.of(Integer.parseInt(args[0]))
                : OptionalInt.empty();
    }

    static int serve(Path war, int port) throws Exception {
        if (!Files.isRegularFile(war)) {
            System.err.println("The example isn't packed: " + war + " is missing. ./run-example builds it.");
            return 1;
        }
        try (ExampleServer server = ExampleServer.start(war, port)) {
            welcome(server, System.out);
            server.join();
            return 0;
        } catch (IOException e) {
            if (e instanceof BindException || e.getCause() instanceof BindException) {
                System.err.println("Port " + port + " is taken. Stop what listens there, or choose another port, as in:"
                        + " ./run-example " + (port + 1));
                return 1;
            }
            throw e;
        }
    }

    static void welcome(ExampleServer server, PrintStream out) {
        out.println();
        out.println("Samedoor's example is at " + server.uri() + " (Ctrl-C stops it). In another terminal, try:");
        out.println();
        out.println("  curl -X POST " + server.uri() + "/mcp/invoke \\");
        out.println("    -H \"Content-Type: application/json\" \\");
        out.println("    -H \"Authorization: Bearer user-token-123\" \\");
        out.println("    -d '{\"toolName\": \"GET_/user/profile\", \"args\": {}}'");
        out.println();
    }

    private static Path war() throws URISyntaxException {
        Path jar = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return jar.resolveSibling(WAR);
    }
}
