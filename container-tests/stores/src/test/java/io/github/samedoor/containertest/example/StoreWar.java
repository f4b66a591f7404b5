/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The example with a store: one line in its identity file and the libraries of the store, as a user would add them. */
final class StoreWar {
    private static final Pattern LIBRARIES = Pattern.compile(
            "(samedoor-store-(jdbc|redis)|lettuce-core|netty-.*|reactor-core|reactive-streams|redis-authx-core"
                    + "|bucket4j_jdk17-(lettuce|redis-common))-[0-9].*\\.jar");

    private StoreWar() {}

    static Path write(Path directory, String store) {
        Path configured = WarCopy.write(
                ExampleWar.path(),
                directory.resolve("configured.war"),
                "WEB-INF/identity.json",
                text -> "{\"store\": " + store + "," + text.strip().substring(1));
        return withLibraries(configured, directory.resolve("with-store.war"));
    }

    private static Path withLibraries(Path war, Path copy) {
        try (ZipFile in = new ZipFile(war.toFile());
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry each : in.stream().toList()) {
                try (InputStream bytes = in.getInputStream(each)) {
                    put(out, each.getName(), bytes.readAllBytes());
                }
            }
            for (Path library : libraries()) {
                put(out, "WEB-INF/lib/" + library.getFileName(), Files.readAllBytes(library));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static List<Path> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> LIBRARIES.matcher(path.getFileName().toString()).matches())
                .toList();
    }
}
