/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                "...",
                ". .",
                ".. ",
                " ",
                "   ",
                "a/b",
                "/",
                "\\",
                "..\\x",
                "a;v=1",
                ";",
                "%2e%2e",
                "50%",
                "%",
                "..%2f..%2fadmin",
                "%252e",
                "%00",
                "%c0%ae"
            })
    void dotSegmentsAndPathSyntaxAreAmbiguous(String segment) {
        assertThat(PathText.isAmbiguous(segment), is(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "a\u0000",
                "a\r\nX-Injected: 1",
                "a\tb",
                "\u007f",
                "\u0085",
                "\u009f",
                "a\u2028b",
                "a\u2029b",
                "\u202e",
                "\u2066",
                "\u200b",
                "\u200d",
                "\ufeff",
                "a\u00adb",
                "\udb40\udc41"
            })
    void controlAndFormatCharactersAreAmbiguous(String segment) {
        assertThat(PathText.isAmbiguous(segment), is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udfff", "\udc00\ud800", "\ud83d"})
    void unpairedSurrogatesAreAmbiguous(String segment) {
        assertThat(PathText.isAmbiguous(segment), is(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uff0e\uff0e",
                "\u2024\u2024",
                "\u2025",
                "\u2026",
                "\ufe52.",
                "a\uff0fb",
                "a\u2100b",
                "\uff3c",
                "\ufe68",
                "\uff1b",
                "\u037e",
                "\ufe54",
                "\uff05",
                "\ufe6a",
                "\u00a0.",
                "\u3000"
            })
    void textThatNormalisesToPathSyntaxIsAmbiguous(String segment) {
        assertThat(PathText.isAmbiguous(segment), is(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42",
                "a.b",
                "..a",
                ".well-known",
                "a..",
                "a b",
                "caf\u00e9",
                "\u65e5\u672c",
                "\ud83d\ude00",
                "a?b",
                "a#b",
                "*",
                "a&b=c",
                "a+b",
                "a:b",
                "~",
                "\u2215",
                "x@y",
                "'",
                "\ufb01x",
                "{a}"
            })
    void ordinaryTextIsOneSegment(String segment) {
        assertThat(PathText.isAmbiguous(segment), is(false));
    }

    @Test
    void emptyTextIsNotAmbiguousByItself() {
        assertThat(PathText.isAmbiguous(""), is(false));
    }

    @Test
    void noCharacterGetsPathSyntaxPastTheRuleInAnyNormalForm() {
        List<String> passed = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String segment = "a" + Character.toString(c);
            if (!PathText.isAmbiguous(segment)) {
                for (Normalizer.Form form : Normalizer.Form.values()) {
                    if (Normalizer.normalize(segment, form).chars().anyMatch(PathTextTest::isPathSyntax)) {
                        passed.add(String.format("U+%04X in %s", c, form));
                    }
                }
            }
        }
        assertThat(passed, is(empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WEB-INF",
                "web-inf",
                "Meta-Inf",
                "WEB-INF.",
                "WEB-INF. .",
                "web-inf ",
                "WEB-INF::$DATA",
                "WEB-\u0131NF",
                "\uff37EB-INF",
                "WEB\uff0dINF",
                "meta-in\uff46"
            })
    void theDirectoriesThatContainersHideAreKnownInEverySpelling(String segment) {
        assertThat(PathText.isPrivateDirectory(segment), is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "web", "web-infrastructure", "my-WEB-INF", "META-INFO", "web inf", "webinf"})
    void otherNamesArentTakenForTheHiddenDirectories(String segment) {
        assertThat(PathText.isPrivateDirectory(segment), is(false));
    }

    @Test
    void printableTextIsShortAndPlain() {
        assertThat(PathText.printable("a\r\n\u202e\u00e9"), is("a\\u000d\\u000a\\u202e\\u00e9"));
        assertThat(PathText.printable("x".repeat(101)), is("x".repeat(100) + "..."));
    }

    private static boolean isPathSyntax(int c) {
        return "/\\;%".indexOf(c) >= 0 || Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
    }
}
