/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import java.nio.file.Path;

/** The containers that are measured. */
enum Container {
    TOMCAT {
        @Override
        Serving start(Application application, Path files) throws Exception {
            return TomcatServer.start(application, files);
        }
    },
    JETTY {
        @Override
        Serving start(Application application, Path files) throws Exception {
            return JettyServer.start(application, files);
        }
    };

    /** A container that serves. */
    interface Serving {
        /** Returns the port of 127.0.0.1 that it serves on. */
        int port();

        /**
         * Stops it.
         *
         * @throws Exception if it doesn't stop
         */
        void stop() throws Exception;
    }

    /**
     * Starts this container on a free port.
     *
     * @param application what it serves
     * @param files a directory for the application's files
     * @return the running container
     * @throws Exception if it doesn't start
     */
    abstract Serving start(Application application, Path files) throws Exception;
}
