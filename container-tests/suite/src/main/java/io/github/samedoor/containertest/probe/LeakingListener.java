/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.probe;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.concurrent.CountDownLatch;

/** Starts a thread that outlives the application. */
@WebListener
public final class LeakingListener implements ServletContextListener {
    static final String THREAD = "leaked by the probe";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Thread thread = new Thread(
                () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                THREAD);
        thread.setDaemon(true);
        thread.start();
    }
}
