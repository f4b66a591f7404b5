/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import io.github.samedoor.route.HeaderFields;
import io.github.samedoor.route.RouteBody;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The message of a call: method, query, parameters, headers and body are the call's own, and nothing of the MCP request
 * around it shows through.
 *
 * <p>Used by one thread at a time, as requests are.
 */
abstract class CallMessage extends HttpServletRequestWrapper {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String method;
    private final String query;
    private final HeaderFields headers;
    private final RouteBody body;
    private final CallAsync async;
    private @Nullable Map<String, String[]> parameters;
    private @Nullable String characterEncoding;
    private @Nullable CallInput stream;
    private @Nullable BufferedReader reader;

    CallMessage(
            HttpServletRequest container,
            String method,
            String query,
            HeaderFields headers,
            RouteBody body,
            CallAsync async) {
        super(container);
        this.method = method;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.async = async;
        this.characterEncoding = charsetOf(body.contentType()).orElse(null);
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public @Nullable String getQueryString() {
        return query.isEmpty() ? null : query;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.first(name).orElse(null);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(headers.all(name));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        headers.fields().forEach(field -> names.add(field.name()));
        return Collections.enumeration(new LinkedHashSet<>(names));
    }

    @Override
    public int getIntHeader(String name) {
        return headers.first(name).map(Integer::parseInt).orElse(-1);
    }

    @Override
    public long getDateHeader(String name) {
        Optional<String> value = headers.first(name);
        if (value.isEmpty()) {
            return -1;
        }
        try {
            return ZonedDateTime.parse(value.get(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("The header " + name + " is no date", e);
        }
    }

    @Override
    public @Nullable String getContentType() {
        return body.contentType().isEmpty() ? null : body.contentType();
    }

    @Override
    public int getContentLength() {
        return body.isPresent() ? body.bytes().length : -1;
    }

    @Override
    public long getContentLengthLong() {
        return getContentLength();
    }

    @Override
    public @Nullable String getCharacterEncoding() {
        return characterEncoding;
    }

    @Override
    public void setCharacterEncoding(String encoding) throws UnsupportedEncodingException {
        try {
            setCharacterEncoding(Charset.forName(encoding));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            UnsupportedEncodingException unsupported = new UnsupportedEncodingException("This charset isn't known");
            unsupported.initCause(e);
            throw unsupported;
        }
    }

    /** Sets the charset; a method of Servlet 6.1 that must not reach the container's own request. */
    public void setCharacterEncoding(Charset charset) {
        if (reader == null && parameters == null) {
            characterEncoding = charset.name();
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        if (reader != null) {
            throw new IllegalStateException("getReader() was used before");
        }
        return openStream();
    }

    @Override
    public BufferedReader getReader() {
        if (reader == null) {
            if (stream != null) {
                throw new IllegalStateException("getInputStream() was used before");
            }
            reader = new BufferedReader(new InputStreamReader(openStream(), charset()));
        }
        return reader;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null) {
            parameters = parseParameters();
        }
        return parameters;
    }

    private Map<String, String[]> parseParameters() {
        CallParameters parsed = new CallParameters().addQuery(query);
        if (method.equals("POST") && isForm() && stream == null && reader == null) {
            parsed.add(new String(openStream().readAllBytes(), StandardCharsets.US_ASCII), charset());
        }
        return parsed.toMap();
    }

    /** Refuses, as for every request that isn't {@code multipart/form-data}. */
    @Override
    public Collection<Part> getParts() throws ServletException {
        throw new ServletException("This request isn't multipart/form-data");
    }

    /** Refuses, as for every request that isn't {@code multipart/form-data}. */
    @Override
    public Part getPart(String name) throws ServletException {
        throw new ServletException("This request isn't multipart/form-data");
    }

    @Override
    public Map<String, String> getTrailerFields() {
        return Map.of();
    }

    @Override
    public boolean isTrailerFieldsReady() {
        return true;
    }

    private CallInput openStream() {
        if (stream == null) {
            stream = new CallInput(body.bytes(), async);
        }
        return stream;
    }

    private boolean isForm() {
        return mediaType().equals(FORM);
    }

    private Charset charset() {
        if (characterEncoding != null) {
            return Charset.forName(characterEncoding);
        }
        String byContext = getServletContext().getRequestCharacterEncoding();
        if (byContext != null) {
            return Charset.forName(byContext);
        }
        // JSON is UTF-8 by RFC 8259 section 8.1 whatever the Servlet API's default is.
        return mediaType().endsWith("json") || isForm() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    private String mediaType() {
        String type = body.contentType();
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> charsetOf(String contentType) {
        int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        return at < 0
                ? Optional.empty()
                : Optional.of(contentType
                        .substring(at + "charset=".length())
                        .replace("\"", "")
                        .strip());
    }
}
