/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.undertow;

import io.github.samedoor.containertest.ContainerClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/**
 * What an application brings along below {@code WEB-INF}.
 *
 * @param root the application's directory
 */
record WebInf(Path root) {
    /** Returns the directory of an application, unpacking it where it is a WAR. */
    static WebInf of(Path application, Path directory) throws IOException {
        if (Files.isDirectory(application)) {
            return new WebInf(application);
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(application))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = directory.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (!entry.isDirectory()) {
                    Files.copy(zip, target);
                }
            }
        }
        return new WebInf(directory);
    }

    Optional<Descriptor> webXml() throws IOException {
        Path file = root.resolve("WEB-INF/web.xml");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(Descriptor.read(in));
        }
    }

    List<Descriptor> fragments() throws IOException {
        List<Descriptor> fragments = new ArrayList<>();
        for (Path library : libraries()) {
            try (JarFile jar = new JarFile(library.toFile())) {
                ZipEntry entry = jar.getEntry("META-INF/web-fragment.xml");
                if (entry != null) {
                    fragments.add(Descriptor.read(jar.getInputStream(entry)));
                }
            }
        }
        return fragments;
    }

    URLClassLoader newLoader() throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(url(classes()));
        libraries().forEach(library -> urls.add(url(library)));
        return new URLClassLoader(
                "application", urls.toArray(URL[]::new), new ContainerClasses("io.undertow.", "org.jboss.logging."));
    }

    /** Lists the application's types without loading them. */
    Index index() throws IOException {
        Indexer indexer = new Indexer();
        if (Files.isDirectory(classes())) {
            try (Stream<Path> files = Files.walk(classes())) {
                for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                        .sorted()
                        .toList()) {
                    try (InputStream in = Files.newInputStream(file)) {
                        indexer.index(in);
                    }
                }
            }
        }
        for (Path library : libraries()) {
            indexJar(library, indexer);
        }
        return indexer.complete();
    }

    private static void indexJar(Path library, Indexer indexer) throws IOException {
        try (JarFile jar = new JarFile(library.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                boolean versioned = entry.getName().startsWith("META-INF/");
                if (entry.getName().endsWith(".class") && !versioned) {
                    indexer.index(jar.getInputStream(entry));
                }
            }
        }
    }

    private Path classes() {
        return root.resolve("WEB-INF/classes");
    }

    private List<Path> libraries() throws IOException {
        Path folder = root.resolve("WEB-INF/lib");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
