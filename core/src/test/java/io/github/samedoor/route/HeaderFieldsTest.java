/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeaderFieldsTest {
    private static final HeaderFields FIELDS = new HeaderFields(
            List.of(new HeaderField("Vary", "a"), new HeaderField("ETag", "x"), new HeaderField("vary", "b")));

    @Test
    void namesAreComparedWithoutRegardToCase() {
        assertThat(FIELDS.first("VARY"), is(Optional.of("a")));
        assertThat(FIELDS.all("Vary"), contains("a", "b"));
    }

    @Test
    void aNameThatIsntThereHasNoValue() {
        assertThat(FIELDS.first("Location"), is(Optional.empty()));
        assertThat(HeaderFields.none().all("Vary"), is(empty()));
    }
}
