package io.github.samedoor.containertest.example;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** What an operator reads when a start fails: the exception with its causes, and what the container wrote meanwhile. */
final class StartMessages {
    private StartMessages() {}

    /**
     * Runs a start that must fail.
     *
     * @param start the start
     * @return everything that was said
     */
    static String of(Runnable start) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        StringWriter said = new StringWriter();
        try {
            start.run();
        } catch (IllegalStateException e) {
            e.printStackTrace(new PrintWriter(said, true));
            return said + log.toString(StandardCharsets.UTF_8);
        } finally {
            System.setErr(before);
        }
        throw new AssertionError("The application started");
    }
}
