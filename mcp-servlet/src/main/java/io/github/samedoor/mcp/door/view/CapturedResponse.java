/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import io.github.samedoor.route.RouteAnswer;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The response of a call: it keeps what the route and its guards answer, and lets none of it reach the container's own
 * response.
 *
 * <p>Every method of {@link HttpServletResponse} is answered here, those that came with Servlet 6.1 among them. A cookie
 * that the route sets is not kept: it would belong to the MCP client, who isn't its receiver. Used by one thread at a time.
 */
public final class CapturedResponse extends HttpServletResponseWrapper {
    private final ResponseHead head = new ResponseHead();
    private final CapturedBody body;
    private Optional<Charset> charset = Optional.empty();
    private Locale locale = Locale.getDefault();
    private @Nullable PrintWriter writer;
    private boolean streamUsed;
    private boolean committed;
    private int bufferSize = 8192; // as containers have it: past it an answer can't be taken back

    /**
     * Makes an empty response.
     *
     * @param base what a container finds beneath; never written to
     * @param limit the most bytes of the body that are kept
     */
    public CapturedResponse(HttpServletResponse base, int limit) {
        super(base);
        this.body = new CapturedBody(limit);
    }

    /** Returns what was answered. */
    public RouteAnswer toAnswer() {
        flushWriter();
        return new RouteAnswer(head.status(), head.toHeaderFields(), body.bytes(), body.truncated());
    }

    @Override
    public void setStatus(int status) {
        if (!isCommitted()) {
            head.setStatus(status);
        }
    }

    @Override
    public int getStatus() {
        return head.status();
    }

    /** Ends the answer with a status and no body; error pages aren't made for tool calls. */
    @Override
    public void sendError(int status) {
        requireUncommitted();
        resetBuffer();
        head.setStatus(status);
        end();
    }

    @Override
    public void sendError(int status, @Nullable String message) {
        sendError(status);
    }

    @Override
    public void sendRedirect(String location) {
        sendRedirect(location, SC_FOUND, true);
    }

    /** Ends the answer with a redirect; a method of Servlet 6.1. */
    public void sendRedirect(String location, int status, boolean clearBuffer) {
        requireUncommitted();
        if (clearBuffer) {
            resetBuffer();
        }
        head.setStatus(status);
        head.set("Location", location);
        end();
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (isCommitted()) {
            return;
        }
        if (value == null) {
            head.remove(name);
        } else if (name.equalsIgnoreCase("Content-Type")) {
            setContentType(value);
        } else if (isKept(name)) {
            head.set(name, value);
        }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        if (isCommitted() || value == null) {
            return;
        }
        if (name.equalsIgnoreCase("Content-Type")) {
            setContentType(value);
        } else if (isKept(name)) {
            head.add(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        addHeader(name, Integer.toString(value));
    }

    @Override
    public void setDateHeader(String name, long date) {
        setHeader(name, httpDate(date));
    }

    @Override
    public void addDateHeader(String name, long date) {
        addHeader(name, httpDate(date));
    }

    @Override
    public boolean containsHeader(String name) {
        return head.first(name).isPresent();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return head.first(name).orElse(null);
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return head.all(name);
    }

    @Override
    public Collection<String> getHeaderNames() {
        return head.names();
    }

    /** Keeps nothing: see the type. */
    @Override
    public void addCookie(Cookie cookie) {}

    @Override
    public String encodeURL(String url) {
        return url;
    }

    @Override
    public String encodeRedirectURL(String url) {
        return url;
    }

    @Override
    public void setContentType(@Nullable String type) {
        if (isCommitted()) {
            return;
        }
        if (type == null) {
            head.remove("Content-Type");
            return;
        }
        int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at >= 0 && writer == null) {
            charset = Optional.of(Charset.forName(parameter(type, at + "charset=".length())));
        }
        int semicolon = type.indexOf(';');
        setTypeWithCharset(
                at < 0 || semicolon < 0 ? type : type.substring(0, semicolon).strip());
    }

    @Override
    public @Nullable String getContentType() {
        return head.first("Content-Type").orElse(null);
    }

    @Override
    public void setCharacterEncoding(@Nullable String encoding) {
        if (writer == null && !isCommitted()) {
            charset = Optional.ofNullable(encoding).map(Charset::forName);
            head.first("Content-Type").ifPresent(this::setContentTypeAgain);
        }
    }

    /** Sets the charset; a method of Servlet 6.1 that must not reach the container's own response. */
    public void setCharacterEncoding(Charset encoding) {
        setCharacterEncoding(encoding.name());
    }

    @Override
    public String getCharacterEncoding() {
        return effectiveCharset().name();
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        setHeader("Content-Length", Long.toString(length));
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (writer != null) {
            throw new IllegalStateException("getWriter() was used before");
        }
        streamUsed = true;
        return body;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            if (streamUsed) {
                throw new IllegalStateException("getOutputStream() was used before");
            }
            charset = Optional.of(effectiveCharset());
            head.first("Content-Type").ifPresent(this::setContentTypeAgain);
            writer = new PrintWriter(new OutputStreamWriter(body, effectiveCharset()));
        }
        return writer;
    }

    @Override
    public void flushBuffer() {
        flushWriter();
        committed = true;
    }

    @Override
    public boolean isCommitted() {
        return committed || body.ended() || body.size() > bufferSize;
    }

    @Override
    public void resetBuffer() {
        requireUncommitted();
        flushWriter();
        body.clear();
    }

    @Override
    public void reset() {
        resetBuffer();
        head.clear();
        charset = Optional.empty();
        writer = null;
        streamUsed = false;
    }

    @Override
    public void setBufferSize(int size) {
        bufferSize = Math.max(size, bufferSize);
    }

    @Override
    public int getBufferSize() {
        return bufferSize;
    }

    @Override
    public void setLocale(Locale newLocale) {
        locale = newLocale;
        setHeader("Content-Language", newLocale.toLanguageTag());
    }

    @Override
    public Locale getLocale() {
        return locale;
    }

    @Override
    public void setTrailerFields(Supplier<Map<String, String>> supplier) {}

    @Override
    public @Nullable Supplier<Map<String, String>> getTrailerFields() {
        return null;
    }

    private void end() {
        flushWriter();
        body.end();
    }

    private void flushWriter() {
        if (writer != null) {
            writer.flush();
        }
    }

    private void requireUncommitted() {
        if (isCommitted()) {
            throw new IllegalStateException("The response is committed");
        }
    }

    private Charset effectiveCharset() {
        return charset.orElse(StandardCharsets.ISO_8859_1);
    }

    private void setContentTypeAgain(String type) {
        int semicolon = type.toLowerCase(Locale.ROOT).indexOf(";charset=");
        setTypeWithCharset(semicolon < 0 ? type : type.substring(0, semicolon));
    }

    private void setTypeWithCharset(String type) {
        head.set(
                "Content-Type",
                charset.map(set -> type + ";charset=" + set.name()).orElse(type));
    }

    private static boolean isKept(String name) {
        return !name.equalsIgnoreCase("Set-Cookie");
    }

    private static String parameter(String type, int at) {
        int end = type.indexOf(';', at);
        return (end < 0 ? type.substring(at) : type.substring(at, end))
                .replace("\"", "")
                .strip();
    }

    private static String httpDate(long date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochMilli(date).atOffset(ZoneOffset.UTC));
    }
}
