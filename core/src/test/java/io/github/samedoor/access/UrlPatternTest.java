/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.access;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPatternTest {
    @ParameterizedTest
    @CsvSource({
        "/a/b, /a/b, true",
        "/a/b, /a/b/, false",
        "/a/b, /a/b/c, false",
        "/a/*, /a, true",
        "/a/*, /a/, true",
        "/a/*, /a/b/c, true",
        "/a/*, /ab, false",
        "/a/*, /A/b, false",
        "/*, /, true",
        "/*, /a/b, true",
        "/, /, true",
        "/, /a, false",
        "*.html, /a/b.html, true",
        "*.html, /a.html/b, false",
        "*.html, /a/bhtml, false",
        "*.html, /.html, true",
        "*.html, /a/b.HTML, false",
    })
    void aPatternMatchesAsInAServletMapping(String pattern, String path, boolean matches) {
        assertThat(new UrlPattern(pattern).matches(path), is(matches));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/*", "/a*", "/*/a", "*", "*.", "*.a/b", "/a/**", "/a/*.html"})
    void anotherFormIsRefusedWithTheMend(String pattern) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new UrlPattern(pattern));
        assertThat(e.getMessage(), containsString("isn't a url-pattern: write"));
    }
}
