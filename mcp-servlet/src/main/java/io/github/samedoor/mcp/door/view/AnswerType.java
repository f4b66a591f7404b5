/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Media type and charset of a captured answer; the charset can't change once a writer encodes with it. */
final class AnswerType {
    private static final String CHARSET = "charset=";

    private Optional<String> mediaType = Optional.empty();
    private Optional<Charset> charset = Optional.empty();
    private boolean encoding;

    void set(@Nullable String type) {
        if (type == null) {
            mediaType = Optional.empty();
            return;
        }
        int at = type.toLowerCase(Locale.ROOT).indexOf(CHARSET);
        if (at < 0) {
            mediaType = Optional.of(type.strip());
            return;
        }
        int semicolon = type.lastIndexOf(';', at);
        mediaType = Optional.of((semicolon < 0 ? type : type.substring(0, semicolon)).strip());
        setCharset(parameter(type, at + CHARSET.length()));
    }

    void setCharset(@Nullable String name) {
        if (!encoding) {
            charset = Optional.ofNullable(name).map(Charset::forName);
        }
    }

    /** Returns the charset that a writer encodes with from now on. */
    Charset startEncoding() {
        charset = Optional.of(charset());
        encoding = true;
        return charset();
    }

    Charset charset() {
        // JSON is UTF-8 by RFC 8259 section 8.1, whatever the Servlet API's default is.
        boolean json = mediaType.filter(type -> type.endsWith("json")).isPresent();
        return charset.orElse(json ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    /** Returns the value of {@code Content-Type}. */
    Optional<String> header() {
        return mediaType.map(
                type -> charset.map(set -> type + ';' + CHARSET + set.name()).orElse(type));
    }

    void clear() {
        mediaType = Optional.empty();
        charset = Optional.empty();
        encoding = false;
    }

    private static String parameter(String type, int at) {
        int end = type.indexOf(';', at);
        return (end < 0 ? type.substring(at) : type.substring(at, end))
                .replace("\"", "")
                .strip();
    }
}
