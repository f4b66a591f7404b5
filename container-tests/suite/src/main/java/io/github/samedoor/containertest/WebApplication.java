/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to deploy: a packed WAR, or an exploded directory that is described in code. Immutable.
 *
 * <p>The container knows {@link User#JOE} and {@link User#ROOT} unless other users are given.
 */
public final class WebApplication {
    private final String contextPath;
    private final Optional<Path> war;
    private final FileTree files;
    private final List<User> users;

    private WebApplication(String contextPath, Optional<Path> war, FileTree files, List<User> users) {
        if (!contextPath.isEmpty() && (!contextPath.startsWith("/") || contextPath.endsWith("/"))) {
            throw new IllegalArgumentException("A context path is \"\" or as \"/app\": " + contextPath);
        }
        this.contextPath = contextPath;
        this.war = war;
        this.files = files;
        this.users = List.copyOf(users);
    }

    /**
     * Starts the description of an exploded directory.
     *
     * @param contextPath {@code ""} or as {@code "/app"}
     * @return an application without any file
     */
    public static WebApplication at(String contextPath) {
        return new WebApplication(contextPath, Optional.empty(), FileTree.EMPTY, List.of(User.JOE, User.ROOT));
    }

    /**
     * Takes a WAR file as it is.
     *
     * @param contextPath {@code ""} or as {@code "/app"}
     * @param war the WAR file
     * @return the application
     */
    public static WebApplication packed(String contextPath, Path war) {
        return new WebApplication(contextPath, Optional.of(war), FileTree.EMPTY, List.of(User.JOE, User.ROOT));
    }

    /**
     * Adds the deployment descriptor.
     *
     * @param xml the text of {@code WEB-INF/web.xml}
     * @return an application with it
     */
    public WebApplication webXml(String xml) {
        return file("WEB-INF/web.xml", xml);
    }

    /**
     * Copies types with everything nested in them to {@code WEB-INF/classes}.
     *
     * @param types top-level types of the tests' class path
     * @return an application with them
     */
    public WebApplication classes(Class<?>... types) {
        return with(files.withClasses("WEB-INF/classes/", types));
    }

    /**
     * Adds a jar to {@code WEB-INF/lib}.
     *
     * @param library the jar
     * @return an application with it
     */
    public WebApplication library(Library library) {
        return with(files.with("WEB-INF/lib/" + library.name(), library.toJar()));
    }

    /**
     * Adds a text file.
     *
     * @param path where in the application, as in {@code index.html}
     * @param text its text, written as UTF-8
     * @return an application with it
     */
    public WebApplication file(String path, String text) {
        return with(files.with(path, text));
    }

    /**
     * Adds class files that no compiler wrote to {@code WEB-INF/classes}.
     *
     * @param classes the bytes by class name, as in {@code com.example.Type}
     * @return an application with them
     */
    public WebApplication generated(Map<String, byte[]> classes) {
        FileTree tree = files;
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            tree = tree.with("WEB-INF/classes/" + each.getKey().replace('.', '/') + ".class", each.getValue());
        }
        return with(tree);
    }

    /**
     * Replaces the users that the container can authenticate.
     *
     * @param replacement the users
     * @return an application with them
     */
    public WebApplication users(User... replacement) {
        return new WebApplication(contextPath, war, files, List.of(replacement));
    }

    /**
     * Tells the context path.
     *
     * @return {@code ""} or as {@code "/app"}
     */
    public String contextPath() {
        return contextPath;
    }

    /**
     * Tells whom the container shall know.
     *
     * @return the users
     */
    public List<User> users() {
        return users;
    }

    /**
     * Gives containers the files.
     *
     * @param directory an empty directory, written to unless this is a packed WAR
     * @return the WAR file, or the directory
     */
    public Path materialize(Path directory) {
        if (war.isPresent()) {
            return war.get();
        }
        files.writeTo(directory);
        return directory;
    }

    private WebApplication with(FileTree more) {
        if (war.isPresent()) {
            throw new IllegalStateException("A packed WAR takes no further files: describe it with WebApplication.at");
        }
        return new WebApplication(contextPath, war, more, users);
    }
}
