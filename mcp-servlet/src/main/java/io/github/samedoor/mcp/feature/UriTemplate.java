/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.feature;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.wire.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URI with variables, as in {@code notes://by-id/{id}} (RFC 6570, simple expansion alone).
 *
 * <p>Without variables it is the URI itself. Immutable and thread-safe.
 */
public final class UriTemplate {
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z0-9_]{1,64})\\}");

    private final String text;
    private final List<String> variables = new ArrayList<>();
    private final Pattern form;

    /** Reads a template; braces that hold no variable stand for themselves and will match nothing. */
    UriTemplate(String text) {
        this.text = text;
        StringBuilder regex = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(text.substring(end, matcher.start()))).append("([^/?#]{1,1024})");
            variables.add(matcher.group(1));
            end = matcher.end();
        }
        this.form =
                Pattern.compile(regex.append(Pattern.quote(text.substring(end))).toString());
    }

    /**
     * Returns the template as it was written.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * Lists the variables in their order.
     *
     * @return their names
     */
    public List<String> variables() {
        return List.copyOf(variables);
    }

    /**
     * Reads the variables out of a URI.
     *
     * @param uri a URI, as a client sent it
     * @return each variable's value, percent-decoded once; or empty if the URI isn't one of this template
     */
    public Optional<ObjectNode> match(String uri) {
        Matcher matcher = form.matcher(uri);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < variables.size(); i++) {
            Optional<String> value = decode(matcher.group(i + 1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(variables.get(i), value.get());
        }
        return Optional.of(values);
    }

    private static Optional<String> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int high = digit(text, i + 1);
            int low = digit(text, i + 2);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        byte[] utf8 = bytes.toByteArray();
        return Utf8.isValid(utf8) ? Optional.of(new String(utf8, StandardCharsets.UTF_8)) : Optional.empty();
    }

    private static int digit(String text, int index) {
        return index < text.length() ? Character.digit(text.charAt(index), 16) : -1;
    }
}
