/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * The parent of a web application's class loader: the JDK and the container, without the rest of the tests' class path.
 *
 * <p>In production the container's own class path is all that an application shares. Without this the application would
 * find the classes and services of its libraries twice, and a leak test would watch the wrong loader.
 */
public final class ContainerClasses extends ClassLoader {
    private final ClassLoader tests;
    private final List<String> packages;

    /**
     * Shows some packages of the tests' class path.
     *
     * @param packages prefixes of names of the container's packages, as in {@code org.apache.}
     */
    public ContainerClasses(String... packages) {
        super(ClassLoader.getPlatformClassLoader());
        this.tests = ContainerClasses.class.getClassLoader();
        this.packages = List.of(packages);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (isOfContainer(name)) {
            return tests.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    @SuppressWarnings("NullAway") // As the overridden method, which isn't annotated.
    protected URL findResource(String name) {
        return isOfContainer(name.replace('/', '.')) ? tests.getResource(name) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return isOfContainer(name.replace('/', '.')) ? tests.getResources(name) : Collections.emptyEnumeration();
    }

    private boolean isOfContainer(String name) {
        return name.startsWith("jakarta.") || packages.stream().anyMatch(name::startsWith);
    }
}
