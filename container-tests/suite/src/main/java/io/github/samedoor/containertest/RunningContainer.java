/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import java.lang.ref.WeakReference;
import java.net.URI;

/** A started container with one web application. For one thread at a time. */
public interface RunningContainer extends AutoCloseable {
    /**
     * Tells where the application is.
     *
     * @return its address with the context path and without a trailing slash, as in {@code http://127.0.0.1:41234/app}
     */
    URI baseUri();

    /**
     * Tells which class loader the application runs with now.
     *
     * @return the loader, held weakly so that a leak test can watch it go
     */
    WeakReference<ClassLoader> webAppClassLoader();

    /**
     * Stops the application and deploys it anew with a new class loader, while the container runs on.
     *
     * @throws IllegalStateException if the application doesn't start again
     */
    void redeploy();

    /** Stops the application and the container and deletes what they wrote. */
    @Override
    void close();
}
