/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import jakarta.servlet.ServletRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * What a route can do beyond answering when it is called as a tool: report progress, log, and ask the caller for input.
 *
 * <p>A client of MCP 2026-07-28 gives input by calling again: the first call asks and finds no answer, the route returns, the
 * client asks its user, and the next call finds the answer. A client of an earlier revision is asked while the route waits.
 * One route serves both: it asks before it changes anything, and does nothing once an answer is missing; what it writes
 * then is not sent. Thread-safe; of use only while the route runs.
 */
public interface ToolCall {
    /** The name of the request attribute. */
    String ATTRIBUTE = "io.github.samedoor.mcp.ToolCall";

    /** How severe a log message is (RFC 5424). */
    enum Level {
        /** For developers. */
        DEBUG,
        /** Ordinary. */
        INFO,
        /** Ordinary, but worth a look. */
        NOTICE,
        /** Something may be wrong. */
        WARNING,
        /** Something is wrong. */
        ERROR,
        /** A part is failing. */
        CRITICAL,
        /** Somebody must act at once. */
        ALERT,
        /** Nothing works. */
        EMERGENCY;

        /** Returns the name on the wire. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a client may be able to be asked for. */
    enum Input {
        /** Answers of its user to a form. */
        ELICITATION("elicitation", "elicitation/create"),
        /** A completion of its language model. */
        SAMPLING("sampling", "sampling/createMessage"),
        /** The directories it works in. */
        ROOTS("roots", "roots/list");

        private final String capability;
        private final String method;

        Input(String capability, String method) {
            this.capability = capability;
            this.method = method;
        }

        /** Returns the name of the capability that a client declares. */
        public String capability() {
            return capability;
        }

        /** Returns the MCP method that asks. */
        public String method() {
            return method;
        }
    }

    /**
     * Finds the call that a request of a route belongs to.
     *
     * @param request the request, as the route or one of its filters received it
     * @return the call, or empty where the route is called directly
     */
    static Optional<ToolCall> of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof ToolCall call ? Optional.of(call) : Optional.empty();
    }

    /**
     * Reports progress, where the client wants to know; a value that isn't above the last one is left out.
     *
     * @param done how much is done
     * @param total how much there is to do; 0 if that isn't known
     * @param message what is being done; empty for nothing
     */
    void progress(double done, double total, String message);

    /**
     * Sends a log message, where the client wants one of this level.
     *
     * @param level how severe it is
     * @param logger who says it; empty for nobody
     * @param message the message, for people and without secrets
     */
    void log(Level level, String logger, String message);

    /**
     * Tells whether the client can be asked for something.
     *
     * @param input what for
     * @return whether it declared that it can
     */
    boolean canAsk(Input input);

    /**
     * Asks the client for input, or finds the answer that it gave.
     *
     * <p>If the client can't be asked, the call fails for it with the name of the missing capability; use
     * {@link #canAsk} to do without. Where the call waits for the answer it does so for no longer than its own time limit; a
     * client that refuses or stays silent ends the call.
     *
     * @param key names the question among all of this call
     * @param input what to ask for
     * @param params the parameters of the method that asks, as a JSON object
     * @return the client's result as a JSON object; empty while there is none
     * @throws IllegalArgumentException if the parameters aren't a JSON object
     */
    Optional<String> ask(String key, Input input, String params);

    /**
     * Returns the text that the route kept the last time.
     *
     * @return the text; empty the first time, which is the only time where the call waits for answers
     */
    Optional<String> kept();

    /**
     * Keeps a text for the next time that this call is made, if input is missing now.
     *
     * <p>It travels through the client, which can read it and can't change it, exchange it or keep it for long.
     *
     * @param text at most 16 Ki characters
     * @throws IllegalArgumentException if the text is longer
     */
    void keep(String text);

    /**
     * Tells whether the client cancelled the call: by going away, or in earlier revisions than 2026-07-28 by saying so.
     *
     * @return whether there is nobody to work for; the thread of the call is interrupted then
     */
    boolean isCancelled();
}
