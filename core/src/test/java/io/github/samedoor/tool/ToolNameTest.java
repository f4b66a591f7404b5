/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.tool;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "get_user-notes_2",
                "AZaz09_-",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void aNameHasOneTo64PlainCharacters(String text) {
        assertThat(new ToolName(text).toString(), is(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a.b",
                "a/b",
                "\u00e9",
                "a\n",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void otherTextIsNoName(String text) {
        assertThrows(IllegalArgumentException.class, () -> new ToolName(text));
    }
}
