/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.settings;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointSettingsTest {
    @Test
    void everythingHasADefault() {
        EndpointSettings settings = EndpointSettings.from("mcp", Map.of());

        assertThat(settings.toolsFile(), is("/WEB-INF/mcp-tools.json"));
        assertThat(settings.limits().bodyBytes(), is(1 << 20));
        assertThat(settings.door().answerLimit(), is(1 << 20));
        assertThat(settings.door().timeout(), is(Duration.ofSeconds(30)));
        assertThat(settings.listsAll(), is(false));
        assertThat(settings.resourceMetadata().isPresent(), is(false));
    }

    @Test
    void listsAreSeparatedByCommasOrSpace() {
        EndpointSettings settings =
                EndpointSettings.from("mcp", Map.of("allowed-hosts", " a.example, b.example:8080\n c.example "));

        assertThat(settings.origins().hosts(), is(List.of("a.example", "b.example:8080", "c.example")));
    }

    @Test
    void unknownParameterIsRefusedWithTheNamesThatThereAre() {
        SettingsException e = assertThrows(
                SettingsException.class, () -> EndpointSettings.from("my-mcp", Map.of("tool-file", "/x.json")));

        assertThat(
                e.getMessage(),
                allOf(containsString("my-mcp"), containsString("'tool-file'"), containsString("tools-file")));
    }

    @ParameterizedTest
    @CsvSource({
        "tools-file,mcp.json",
        "timeout-seconds,0",
        "timeout-seconds,30s",
        "max-body-bytes,-1",
        "max-body-bytes,99999999999999",
        "max-json-depth,1",
        "tool-visibility,some",
        "allowed-origins,app.example.com",
        "allowed-origins,https://app.example.com/path",
        "allowed-hosts,https://app.example.com",
        "resource-metadata,/relative",
        "login-pages,login",
        "page-size,0"
    })
    void malformedParameterIsRefusedByName(String name, String value) {
        SettingsException e =
                assertThrows(SettingsException.class, () -> EndpointSettings.from("mcp", Map.of(name, value)));

        assertThat(e.getMessage(), containsString("'" + name + "'"));
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        SettingsException e = assertThrows(
                SettingsException.class, () -> EndpointSettings.from("mcp", Map.of("page-size", "x", "zzz", "1")));

        assertThat(e.getMessage(), allOf(containsString("page-size"), containsString("zzz")));
    }

    @Test
    void namedHeadersAreCarriedBesideTheUsualOnes() {
        EndpointSettings settings = EndpointSettings.from("mcp", Map.of("carry-headers", "X-Org, X-Region"));

        assertThat(settings.door().carriedHeaders(), hasItems("X-Org", "X-Region", "Authorization"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cookie", "Content-Type", "Transfer-Encoding", "X:Y"})
    void headersThatBelongToTheMcpRequestAreNeverCarried(String name) {
        SettingsException refusal = assertThrows(
                SettingsException.class, () -> EndpointSettings.from("mcp", Map.of("carry-headers", name)));

        assertThat(refusal.getMessage(), containsString("carry-headers"));
    }
}
