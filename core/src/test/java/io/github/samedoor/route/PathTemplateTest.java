/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.route.PathTemplate.Literal;
import io.github.samedoor.route.PathTemplate.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
    @Test
    void aTemplateIsLiteralsAndParameters() {
        PathTemplate template = PathTemplate.parse("/user/{name}/notes/{id}");

        assertThat(
                template.segments(),
                contains(new Literal("user"), new Parameter("name"), new Literal("notes"), new Parameter("id")));
        assertThat(template.parameters(), contains("name", "id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "/a/", "/a/{b}/", "/{a}", "/caf\u00e9/a b", "/a.b/~c", "/{a-b.c_d}"})
    void aTemplateReadsBackAsItWasWritten(String text) {
        assertThat(PathTemplate.parse(text).toString(), is(text));
    }

    @Test
    void theRootPathIsOneEmptyLiteral() {
        assertThat(PathTemplate.parse("/").segments(), contains(new Literal("")));
        assertThat(PathTemplate.parse("/").parameters(), is(empty()));
    }

    @Test
    void theShapeForgetsTheNamesOfParameters() {
        assertThat(
                PathTemplate.parse("/notes/{id}").shape(),
                is(PathTemplate.parse("/notes/{note}").shape()));
        assertThat(PathTemplate.parse("/notes/{id}").shape(), is("/notes/{}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "notes, starts with '/'",
                "``, starts with '/'",
                "//a, no empty segment",
                "/a//b, no empty segment",
                "/a/../b, plain decoded text",
                "/./a, plain decoded text",
                "/a;v=1, plain decoded text",
                "/a%2fb, plain decoded text",
                "/a\\b, plain decoded text",
                "/a\u202eb, plain decoded text",
                "/notes/:id, write a path parameter as {id}",
                "/notes/*, a tool has one path",
                "/notes?tag={tag}, declare query fields as parameters",
                "/notes#top, declare query fields as parameters",
                "/notes/{id}.json, a whole segment",
                "/notes/x{id}, a whole segment",
                "/notes/{, a whole segment",
                "/notes/{}, needs a name",
                "/notes/{a b}, needs a name",
                "/notes/{1}, needs a name",
                "/{a}/{a}, stands twice",
                "/WEB-INF/web.xml, no container serves",
                "/x/meta-inf/y, no container serves"
            })
    void aMalformedTemplateIsRefusedWithItsMend(String text, String mend) {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> PathTemplate.parse(text));

        assertThat(refused.getMessage(), containsString(mend));
    }

    @Test
    void aTemplateCantBeMadeOfWhatCouldntBeRead() {
        assertThrows(IllegalArgumentException.class, () -> new Literal(".."));
        assertThrows(IllegalArgumentException.class, () -> new Literal("a/b"));
        assertThrows(IllegalArgumentException.class, () -> new Parameter("a}/{b"));
        assertThrows(IllegalArgumentException.class, () -> new PathTemplate(List.of()));
        assertThrows(
                IllegalArgumentException.class, () -> new PathTemplate(List.of(new Literal(""), new Literal("admin"))));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PathTemplate(List.of(new Parameter("id"), new Parameter("id"))));
    }

    @Test
    void aMessageShowsNoControlCharacters() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> PathTemplate.parse("/a\r\nb"));

        assertThat(refused.getMessage(), containsString("a\\u000d\\u000ab"));
    }
}
