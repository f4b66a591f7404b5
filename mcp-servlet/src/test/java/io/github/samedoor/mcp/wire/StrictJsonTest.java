/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private final StrictJson json = new StrictJson(JsonLimits.defaults());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1.10,\"b\":[true,false,null,\"\\ud83d\\ude00\"],\"c\":1e3}",
                "123456789012345678901234567890",
                "0.1000000000000000000000000000000000000001",
                "-0.0"
            })
    void valuesAreKeptExactly(String text) {
        assertThat(read(text), instanceOf(JsonReading.Read.class));
    }

    @Test
    void decimalsKeepTheirDigits() {
        JsonReading.Read read = (JsonReading.Read) read("1.10");

        assertThat(read.value().decimalValue().toString(), is("1.10"));
    }

    @Test
    void depthIsLimited() {
        assertThat(read("[".repeat(64) + "]".repeat(64)), instanceOf(JsonReading.Read.class));
        assertThat(read("[".repeat(65) + "]".repeat(65)), instanceOf(JsonReading.Malformed.class));
        assertThat(read("[".repeat(100_000)), instanceOf(JsonReading.Malformed.class));
    }

    @Test
    void keysOfAnObjectAreLimited() {
        assertThat(read(object(1_000)), instanceOf(JsonReading.Read.class));
        assertThat(read(object(1_001)), instanceOf(JsonReading.Malformed.class));
    }

    @Test
    void stringsNamesAndNumbersAreLimited() {
        assertThat(read('"' + "a".repeat(1 << 18) + '"'), instanceOf(JsonReading.Read.class));
        assertThat(read('"' + "a".repeat((1 << 18) + 1) + '"'), instanceOf(JsonReading.Malformed.class));
        assertThat(read("{\"" + "a".repeat(129) + "\":1}"), instanceOf(JsonReading.Malformed.class));
        assertThat(read("9".repeat(100)), instanceOf(JsonReading.Read.class));
        assertThat(read("9".repeat(101)), instanceOf(JsonReading.Malformed.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e99999999999", "1e-2000"})
    void numbersThatOnlyAnExponentMakesLargeAreRefused(String number) {
        assertThat(read(number), instanceOf(JsonReading.Malformed.class));
    }

    @Test
    void namesThatDifferInCaseOrANulAreDifferent() {
        JsonReading.Read read = (JsonReading.Read) read("{\"a\":1,\"A\":2,\"a\\u0000\":3}");

        assertThat(read.value().size(), is(3));
    }

    @Test
    void messageOfTheFailureHasNothingOfTheInput() {
        JsonReading.Malformed malformed = (JsonReading.Malformed) read("{\"a\": canary}");

        assertThat(malformed.why().contains("canary"), is(false));
    }

    private JsonReading read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String object(int keys) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < keys; i++) {
            text.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":1");
        }
        return text.append('}').toString();
    }
}
