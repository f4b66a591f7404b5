/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import java.util.List;
import java.util.ServiceLoader;

/**
 * A servlet container that tests can start, found with {@link ServiceLoader}.
 *
 * <p>There is one on the class path of a test run. Implementations keep no state of their own.
 */
public interface TestContainer {
    /**
     * Names the container and its version, as in {@code Tomcat 10.1}.
     *
     * @return the name, for people
     */
    String name();

    /**
     * Starts the container on a free port of 127.0.0.1 and deploys one web application.
     *
     * <p>The application's classes come from its own {@code WEB-INF} and from nowhere else: its class loader sees the JDK,
     * the Servlet API and the container, not the class path of the tests.
     *
     * @param app what to deploy
     * @return the container, ready for requests; the caller closes it
     * @throws IllegalStateException if the application doesn't start; the cause says why
     */
    RunningContainer start(WebApplication app);

    /**
     * Finds the container of this test run.
     *
     * @return the container
     * @throws IllegalStateException unless there is exactly one on the class path
     */
    static TestContainer onClassPath() {
        List<TestContainer> found = ServiceLoader.load(TestContainer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("Expected one TestContainer on the class path, but found "
                    + found.stream().map(TestContainer::name).toList()
                    + ": run the suite from one of the modules container-tests/*");
        }
        return found.get(0);
    }
}
