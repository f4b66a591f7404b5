/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A copy of a WAR with one text file in it changed. */
final class WarCopy {
    private WarCopy() {}

    /**
     * Copies a WAR.
     *
     * @param war the WAR as it was built
     * @param copy where to write the copy
     * @param entry the text file in it, such as {@code WEB-INF/web.xml}
     * @param change what becomes of its text; must change it
     * @return the copy
     */
    static Path write(Path war, Path copy, String entry, UnaryOperator<String> change) {
        try (ZipFile in = new ZipFile(war.toFile());
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry each : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(each.getName()));
                try (InputStream bytes = in.getInputStream(each)) {
                    byte[] content = bytes.readAllBytes();
                    out.write(each.getName().equals(entry) ? changed(content, entry, change) : content);
                }
                out.closeEntry();
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] changed(byte[] content, String entry, UnaryOperator<String> change) {
        String before = new String(content, StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("The change doesn't change " + entry);
        }
        return after.getBytes(StandardCharsets.UTF_8);
    }
}
