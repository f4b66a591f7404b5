/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.audit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.Tenant;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLineTest {
    private static final Instant TIME = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void anEventIsOneObjectWithWhoWhatAndWhy() {
        Caller alice = new Caller("1", "alice", Set.of(), Optional.of(new Tenant("a")));
        AuditEvent event = new AuditEvent(
                TIME,
                AuditEvent.Action.REQUEST,
                AuditActor.of(alice, Optional.of("ba7816bf"), "192.0.2.1"),
                "GET /admin/users",
                AuditEvent.Outcome.DENIED,
                "Requires admin role",
                Map.of("status", "403"));
        assertThat(
                AuditLine.of(event),
                is("{\"time\":\"2026-11-22T12:00:00Z\",\"action\":\"request\",\"outcome\":\"denied\","
                        + "\"reason\":\"Requires admin role\",\"target\":\"GET /admin/users\",\"caller\":\"1\","
                        + "\"tenant\":\"a\",\"tokenId\":\"ba7816bf\",\"address\":\"192.0.2.1\",\"status\":\"403\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice\u2028AUDIT login SUCCESS user=bob",
                "alice\n{\"outcome\":\"granted\"}",
                "alice\r\nx",
                "\u001b[2Jalice",
                "\u009b2Jalice",
                "a\u0000b",
                "\u202egnp.exe",
                "\"},{\"",
                "\ud800",
                "\u0085x"
            })
    void noTextEndsTheLineOrStartsAnother(String name) throws IOException {
        assertThat(AuditLine.of(login(name)), matchesPattern("[\\x20-\\x7e]+"));
        assertThat(
                members(AuditLine.of(login(name))),
                is(List.of("time", "action", "outcome", "reason", "target", "address")));
    }

    @Test
    void aLongTextIsCut() {
        String line = AuditLine.of(login("\ud83d\udd11".repeat(1000)));
        assertThat(line, containsString("\\uD83D\\uDD11"));
        assertThat(line.length(), lessThan(2000));
        assertThat(AuditLine.of(login("a".repeat(300))), containsString('"' + "a".repeat(256) + '"'));
    }

    /** Reads the line as one JSON object of texts, to its end. */
    private static List<String> members(String line) throws IOException {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            assertThat(parser.nextToken(), is(JsonToken.START_OBJECT));
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                names.add(parser.currentName());
                assertThat(parser.nextToken(), is(JsonToken.VALUE_STRING));
            }
            assertThat(parser.currentToken(), is(JsonToken.END_OBJECT));
            assertThat(parser.nextToken() == null, is(true));
        }
        return names;
    }

    private static AuditEvent login(String name) {
        return new AuditEvent(
                TIME,
                AuditEvent.Action.LOGIN,
                AuditActor.unknown("192.0.2.1"),
                name,
                AuditEvent.Outcome.DENIED,
                "invalid credentials",
                Map.of());
    }
}
