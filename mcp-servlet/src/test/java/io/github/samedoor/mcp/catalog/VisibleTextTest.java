/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain.",
                "Two\nlines",
                "Na\u00efve \u65e5\u672c \u05d0 \u0627",
                "\u2764\ufe0f \ud83d\ude00",
                "a\u00a0b"
            })
    void textThatAReviewerSeesIsFine(String text) {
        assertThat(VisibleText.problem(text, 100), is(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x09, 0x0d, 0x1b, 0x7f, 0x85, 0x9f, 0xad, 0x61c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e,
                0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0xfeff, 0xfff9, 0xe000, 0x115f, 0x3164,
                0x2800, 0xe0000, 0xe0001, 0xe0041, 0xe0100, 0xf0000
            })
    void textThatAReviewerCantSeeIsRefused(int character) {
        String text = "a" + Character.toString(character) + "b";

        assertThat(
                VisibleText.problem(text, 100).orElse("fine"),
                is(String.format("holds U+%04X, which a reader can't see: delete it", character)));
    }

    @Test
    void anUnpairedSurrogateIsRefused() {
        assertThat(VisibleText.problem("a\ud83d", 100).orElse("fine"), containsString("holds U+D83D"));
    }

    @Test
    void aTextHasALimit() {
        assertThat(VisibleText.problem("x".repeat(1024), 1024), is(Optional.empty()));
        assertThat(
                VisibleText.problem("x".repeat(1025), 1024).orElse("fine"),
                is("has 1025 characters, at most 1024 are allowed: say it in fewer"));
    }

    @Test
    void aLineHasNoLineBreak() {
        assertThat(VisibleText.lineProblem("a b", 100), is(Optional.empty()));
        assertThat(VisibleText.lineProblem("a\nb", 100).orElse("fine"), is("has a line break: write one line"));
        assertThat(VisibleText.lineProblem("a\rb", 100).orElse("fine"), containsString("holds U+000D"));
    }

    @Test
    void aBlankTextSaysNothing() {
        assertThat(VisibleText.problem(" \n ", 100).orElse("fine"), containsString("is empty"));
    }
}
