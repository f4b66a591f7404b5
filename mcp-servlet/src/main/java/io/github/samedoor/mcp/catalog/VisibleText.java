/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import java.util.Optional;

/**
 * Text of the tools file that a model reads must be what a reviewer sees: nothing invisible, nothing that reorders.
 *
 * <p>A line feed is the one control character that is allowed. Text is refused, never stripped, so that the file says what
 * is offered.
 */
final class VisibleText {
    private VisibleText() {}

    /** Says what is wrong with a text, or nothing. */
    static Optional<String> problem(String text, int longest) {
        if (text.isBlank()) {
            return Optional.of("is empty: write what a caller needs to know");
        }
        if (text.length() > longest) {
            return Optional.of(
                    "has " + text.length() + " characters, at most " + longest + " are allowed: say it in fewer");
        }
        return hiddenProblem(text);
    }

    /** Says what is wrong with a text that is one line, or nothing. */
    static Optional<String> lineProblem(String text, int longest) {
        return text.indexOf('\n') >= 0 ? Optional.of("has a line break: write one line") : problem(text, longest);
    }

    /** Says which character of a text nobody would see, or nothing. */
    static Optional<String> hiddenProblem(String text) {
        return text.codePoints()
                .filter(VisibleText::isHidden)
                .mapToObj(c -> String.format("holds U+%04X, which a reader can't see: delete it", c))
                .findFirst();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isBlankFiller(c);
        };
    }

    /** Hangul fillers, blank Braille, and the plane of tags and supplementary variation selectors. */
    private static boolean isBlankFiller(int c) {
        return c == 0x115f
                || c == 0x1160
                || c == 0x3164
                || c == 0xffa0
                || c == 0x2800
                || (c >= 0xe0000 && c <= 0xe0fff);
    }
}
