/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A jar for {@code WEB-INF/lib}, built in code or taken from the class path of the tests. Immutable. */
public final class Library {
    private static final String INITIALIZERS = "META-INF/services/" + ServletContainerInitializer.class.getName();

    private final String name;
    private final FileTree files;
    private final byte[] jar;

    private Library(String name, FileTree files, byte[] jar) {
        this.name = name;
        this.files = files;
        this.jar = jar;
    }

    /**
     * Starts an empty jar.
     *
     * @param name its file name, as in {@code fragment.jar}
     * @return the jar
     */
    public static Library named(String name) {
        return new Library(name, FileTree.EMPTY, FileTree.EMPTY.toJar());
    }

    /**
     * Takes the jar, or the directory of classes, in which a type of the tests' class path lives.
     *
     * @param type a type of the library that is wanted
     * @return the library as it is
     */
    public static Library holding(Class<?> type) {
        try {
            Path place = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                FileTree classes = FileTree.of(place);
                return new Library(type.getSimpleName() + ".jar", classes, classes.toJar());
            }
            return new Library(place.getFileName().toString(), FileTree.EMPTY, Files.readAllBytes(place));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds types with everything nested in them.
     *
     * @param types top-level types of the tests' class path
     * @return a jar with them
     */
    public Library classes(Class<?>... types) {
        return with(files.withClasses("", types));
    }

    /**
     * Adds a web fragment.
     *
     * @param xml the text of {@code META-INF/web-fragment.xml}
     * @return a jar with it
     */
    public Library webFragment(String xml) {
        return file("META-INF/web-fragment.xml", xml);
    }

    /**
     * Adds an initializer and its entry for the {@link java.util.ServiceLoader}.
     *
     * @param type the initializer, a top-level type
     * @return a jar with it
     */
    public Library initializer(Class<? extends ServletContainerInitializer> type) {
        return with(files.withClasses("", type).with(INITIALIZERS, type.getName() + "\n"));
    }

    /**
     * Adds a text file.
     *
     * @param path where in the jar
     * @param text its text, written as UTF-8
     * @return a jar with it
     */
    public Library file(String path, String text) {
        return with(files.with(path, text));
    }

    /**
     * Puts other bytes in the place of files of this jar.
     *
     * @param replacements the new content by path in the jar; other files are added
     * @return a jar of the same name with them
     */
    public Library replacing(Map<String, byte[]> replacements) {
        FileTree tree = FileTree.ofJar(jar);
        for (Map.Entry<String, byte[]> replacement : replacements.entrySet()) {
            tree = tree.with(replacement.getKey(), replacement.getValue());
        }
        return with(tree);
    }

    String name() {
        return name;
    }

    byte[] toJar() {
        return jar.clone();
    }

    private Library with(FileTree more) {
        return new Library(name, more, more.toJar());
    }
}
