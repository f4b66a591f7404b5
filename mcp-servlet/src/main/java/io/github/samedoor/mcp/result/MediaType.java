/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A media type as far as a result needs it (RFC 9110 section 8.3.1).
 *
 * @param name type and subtype in lower case, such as {@code image/png}
 * @param charset the declared charset, where this platform has it
 */
record MediaType(String name, Optional<Charset> charset) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9!#$&^_.+-]{1,64}/[a-z0-9!#$&^_.+-]{1,64}");
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> TEXTS = Set.of(
            "application/xml",
            "application/javascript",
            "application/yaml",
            "application/x-www-form-urlencoded",
            "application/sql",
            "application/graphql");

    static Optional<MediaType> parse(String contentType) {
        if (contentType.equals("application/json")) {
            return Optional.of(new MediaType(contentType, Optional.empty()));
        }
        int end = contentType.indexOf(';');
        String name =
                (end < 0 ? contentType : contentType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of(new MediaType(name, end < 0 ? Optional.empty() : charset(contentType)));
    }

    boolean isJson() {
        return name.equals("application/json") || name.endsWith("+json");
    }

    boolean isText() {
        return name.startsWith("text/") || TEXTS.contains(name) || (name.endsWith("+xml") && !isImage());
    }

    boolean isImage() {
        return name.startsWith("image/");
    }

    boolean isAudio() {
        return name.startsWith("audio/");
    }

    private static Optional<Charset> charset(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(matcher.group(1)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
