/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.tool.Tool;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names places in a list of tools, so that another node or a later start with the same tools understands them.
 *
 * <p>A cursor is a fingerprint of the list and a position. It gives nobody anything: what a page shows is decided for the
 * caller who asks for it. Immutable and thread-safe.
 */
final class PageCursor {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})-([0-9]{1,9})");

    private final String fingerprint;
    private final int size;

    private PageCursor(String fingerprint, int size) {
        this.fingerprint = fingerprint;
        this.size = size;
    }

    /** Makes the cursors of a list. */
    static PageCursor over(List<Tool> tools) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Tool tool : tools) {
                digest.update((tool.name().text() + '\n').getBytes(StandardCharsets.US_ASCII));
            }
            return new PageCursor(HexFormat.of().formatHex(digest.digest()).substring(0, 16), tools.size());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Names a place. */
    String at(int position) {
        return fingerprint + '-' + position;
    }

    /** Finds a place, or -1 if the cursor isn't one of this list. */
    int position(String cursor) {
        Matcher matcher = FORM.matcher(cursor);
        if (!matcher.matches() || !matcher.group(1).equals(fingerprint)) {
            return -1;
        }
        int position = Integer.parseInt(matcher.group(2));
        return position > 0 && position < size ? position : -1;
    }
}
