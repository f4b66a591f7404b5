/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Status, header lines and content type of a captured response; nothing of them reaches the container's own one. */
abstract class CapturedHead extends HttpServletResponseWrapper {
    private final ResponseHead head = new ResponseHead();
    private final AnswerType type = new AnswerType();
    private final CapturedCookies cookies = new CapturedCookies();
    private Locale locale = Locale.getDefault();

    CapturedHead(HttpServletResponse base) {
        super(base);
    }

    final void setFinalStatus(int status) {
        head.setStatus(status);
    }

    final Charset startEncoding() {
        return type.startEncoding();
    }

    final void clearHead() {
        head.clear();
        type.clear();
        cookies.clear();
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

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (isCommitted()) {
            return;
        }
        if (value == null) {
            head.remove(name);
        } else if (name.equalsIgnoreCase("Content-Type")) {
            setContentType(value);
        } else if (name.equalsIgnoreCase("Set-Cookie")) {
            cookies.add(value);
        } else {
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
        } else if (name.equalsIgnoreCase("Set-Cookie")) {
            cookies.add(value);
        } else {
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
        return getHeader(name) != null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers().first(name).orElse(null);
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return headers().all(name);
    }

    @Override
    public Collection<String> getHeaderNames() {
        return headers().fields().stream().map(HeaderField::name).distinct().toList();
    }

    /** Keeps the cookie apart from the answer: it is for the client, where cookies count, and never for a model. */
    @Override
    public void addCookie(Cookie cookie) {
        if (!isCommitted()) {
            cookies.add(cookie);
        }
    }

    /** Returns the cookies that the route set. */
    public final CapturedCookies cookies() {
        return cookies;
    }

    @Override
    public String encodeURL(String url) {
        return url;
    }

    @Override
    public String encodeRedirectURL(String url) {
        return url;
    }

    @Override
    public void setContentType(@Nullable String contentType) {
        if (!isCommitted()) {
            type.set(contentType);
        }
    }

    @Override
    public @Nullable String getContentType() {
        return type.header().orElse(null);
    }

    @Override
    public void setCharacterEncoding(@Nullable String encoding) {
        if (!isCommitted()) {
            type.setCharset(encoding);
        }
    }

    /** Sets the charset; a method of Servlet 6.1 that must not reach the container's own response. */
    public void setCharacterEncoding(Charset encoding) {
        setCharacterEncoding(encoding.name());
    }

    @Override
    public String getCharacterEncoding() {
        return type.charset().name();
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

    final HeaderFields headers() {
        return type.header()
                .map(value -> head.with(new HeaderField("Content-Type", value)))
                .orElseGet(head::toHeaderFields);
    }

    private static String httpDate(long date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochMilli(date).atOffset(ZoneOffset.UTC));
    }
}
