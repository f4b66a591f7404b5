/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Puts a value into one header line; null is an absent line.
 *
 * @param name the header's name
 */
record HeaderPlacement(String name) implements Placement {
    private static final int LONGEST = 4096;
    private static final Optional<Misfit> NOT_A_VALUE = Optional.of(Misfit.here("can't be a header: give at most "
            + LONGEST + " visible ASCII characters, with spaces or tabs only between them"));

    @Override
    public Optional<Misfit> put(JsonNode value, CallDraft call) {
        if (value.isNull()) {
            return Optional.empty();
        }
        Optional<String> text = Numbers.scalarText(value);
        if (text.isEmpty()) {
            return Numbers.UNCLEAR;
        }
        if (!isFieldValue(text.get())) {
            return NOT_A_VALUE;
        }
        call.addHeader(name, text.get());
        return Optional.empty();
    }

    /** RFC 9110 section 5.5 without obs-text; space around a value is cut by some readers and so refused. */
    private static boolean isFieldValue(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inner = i > 0 && i < text.length() - 1;
            if (!((c > ' ' && c < 0x7f) || (inner && (c == ' ' || c == '\t')))) {
                return false;
            }
        }
        return true;
    }
}
