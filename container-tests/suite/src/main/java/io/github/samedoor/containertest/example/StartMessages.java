/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What an operator reads when a start fails: the exception with its causes, and what the container logged meanwhile.
 *
 * <p>Tomcat tells the cause in its log alone, which is that of the JDK.
 */
final class StartMessages extends Handler {
    private final StringWriter said = new StringWriter();
    private final PrintWriter out = new PrintWriter(said, true);

    private StartMessages() {}

    /**
     * Runs a start that must fail.
     *
     * @param start the start
     * @return everything that was said
     */
    static String of(Runnable start) {
        StartMessages messages = new StartMessages();
        Logger root = Logger.getLogger("");
        root.addHandler(messages);
        try {
            start.run();
        } catch (IllegalStateException e) {
            e.printStackTrace(messages.out);
            return messages.said.toString();
        } finally {
            root.removeHandler(messages);
        }
        throw new AssertionError("The application started");
    }

    @Override
    public void publish(LogRecord record) {
        out.println(record.getMessage());
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(out);
        }
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        out.close();
    }
}
