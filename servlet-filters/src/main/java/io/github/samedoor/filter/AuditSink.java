/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.audit.AuditLog;
import io.github.samedoor.audit.FileAuditLog;
import io.github.samedoor.audit.Slf4jAuditLog;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the events of an application are kept, whoever writes them: the application's log, or the file that its
 * context-params name.
 */
final class AuditSink {
    static final String FILE = "samedoor.audit-file";
    static final String SYNC = "samedoor.audit-sync";
    static final String CHAIN = "samedoor.audit-chain";

    private static final String ATTRIBUTE = "io.github.samedoor.filter.AuditSink";

    private AuditSink() {}

    /** Finds the application's one log, and opens it if nobody did before. */
    static synchronized AuditLog of(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof AuditLog known) {
            return known;
        }
        Optional<String> file = Optional.ofNullable(context.getInitParameter(FILE));
        FileAuditLog.Options options = new FileAuditLog.Options(flag(context, SYNC), flag(context, CHAIN));
        if (file.isEmpty() && (options.sync() || options.chain())) {
            throw new IllegalArgumentException("the context-params '" + SYNC + "' and '" + CHAIN
                    + "' are about a file: name it by the context-param '" + FILE + "'");
        }
        AuditLog log = file.<AuditLog>map(path -> new FileAuditLog(absolute(path), options))
                .orElseGet(Slf4jAuditLog::new);
        context.setAttribute(ATTRIBUTE, log);
        return log;
    }

    /** Closes the application's file, where it has one; the next who asks opens it anew. */
    static synchronized void close(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof FileAuditLog log) {
            context.removeAttribute(ATTRIBUTE);
            try {
                log.close();
            } catch (IOException | RuntimeException e) {
                context.log("The audit file didn't close well", e);
            }
        }
    }

    private static Path absolute(String text) {
        Path path = Path.of(text.strip());
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException("the context-param '" + FILE + "' is '" + text
                    + "': write an absolute path, since nobody knows where a server was started");
        }
        return path;
    }

    private static boolean flag(ServletContext context, String name) {
        String text = Optional.ofNullable(context.getInitParameter(name))
                .map(String::strip)
                .orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("the context-param '" + name + "' is true or false, not '" + text + "'");
        }
        return text.equals("true");
    }
}
