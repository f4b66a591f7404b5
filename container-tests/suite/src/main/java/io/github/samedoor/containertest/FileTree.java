/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Files by relative path, built in code. Immutable. */
final class FileTree {
    static final FileTree EMPTY = new FileTree(new TreeMap<>());

    private final SortedMap<String, byte[]> files;

    private FileTree(SortedMap<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(files);
    }

    /** Copies the files below a directory. */
    static FileTree of(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            FileTree tree = EMPTY;
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                tree = tree.with(directory.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks a jar. */
    static FileTree ofJar(byte[] jar) {
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            FileTree tree = EMPTY;
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                if (!entry.isDirectory()) {
                    tree = tree.with(entry.getName(), in.readAllBytes());
                }
            }
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FileTree with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    FileTree with(String path, byte[] content) {
        SortedMap<String, byte[]> copy = new TreeMap<>(files);
        copy.put(path, content.clone());
        return new FileTree(copy);
    }

    /** Adds the class files of types and of everything nested in them below a folder ("" or ending in a slash). */
    FileTree withClasses(String folder, Class<?>... types) {
        FileTree tree = this;
        for (Class<?> type : types) {
            for (Class<?> member : type.getNestHost().getNestMembers()) {
                String file = member.getName().replace('.', '/') + ".class";
                tree = tree.with(folder + file, bytes(member, file));
            }
        }
        return tree;
    }

    Map<String, byte[]> files() {
        return files;
    }

    void writeTo(Path directory) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path target = directory.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] toJar() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(Class<?> type, String file) {
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("No class file is found for " + type);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
