/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps audit events in the application's log: one line of JSON each, at level INFO of the logger {@value #LOGGER}.
 *
 * <p>The line is plain ASCII whatever the texts were. Thread-safe.
 */
public final class Slf4jAuditLog implements AuditLog {
    /** The name of the logger, for the logging configuration. */
    public static final String LOGGER = "io.github.samedoor.audit";

    private final Logger logger = LoggerFactory.getLogger(LOGGER);

    /** Makes the log, which has no settings. */
    public Slf4jAuditLog() {}

    @Override
    public void append(AuditEvent event) {
        if (logger.isInfoEnabled()) {
            logger.info("{}", AuditLine.of(event));
        }
    }
}
