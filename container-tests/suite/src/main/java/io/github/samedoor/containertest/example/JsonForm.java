/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeDiagnosingMatcher;

/**
 * A JSON text that equals an expected one, except where the expected one names a form instead of a value.
 *
 * <p>The forms are strings in angle brackets: {@code "<time>"}, {@code "<number>"}, {@code "<text>"}, {@code "<hex8>"},
 * {@code "<session>"},
 * {@code "<cleared>"}, {@code "<scheme>"}, {@code "<object>"}, {@code "<list>"}. Every field must be there, and no other.
 */
final class JsonForm extends TypeSafeDiagnosingMatcher<String> {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Map<String, String> PATTERNS = Map.of(
            "<time>", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z",
            "<hex8>", "[0-9a-f]{8}",
            "<session>", "session-[A-Za-z0-9_-]{43,}",
            "<cleared>", "Cleared \\d+ sessions",
            "<scheme>", "Bearer|ApiKey",
            "<text>", "(?s).+");

    private final String expected;

    private JsonForm(String expected) {
        this.expected = expected;
    }

    /**
     * Matches a JSON text.
     *
     * @param expected JSON with forms
     * @return the matcher
     */
    static JsonForm json(String expected) {
        return new JsonForm(expected);
    }

    /** Parses JSON that a test knows to be well-formed. */
    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + json, e);
        }
    }

    @Override
    protected boolean matchesSafely(String actual, Description mismatch) {
        mismatch.appendText("was ").appendText(actual);
        return same(parse(expected), parse(actual), "$", mismatch);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText(expected);
    }

    private static boolean same(JsonNode expected, JsonNode actual, String where, Description mismatch) {
        if (expected.isTextual() && expected.textValue().startsWith("<")) {
            return fits(expected.textValue(), actual) || differs(where, mismatch);
        }
        if (expected.isObject() && actual.isObject() && expected.size() == actual.size()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                JsonNode value = actual.path(field.getKey());
                if (!same(field.getValue(), value, where + "." + field.getKey(), mismatch)) {
                    return false;
                }
            }
            return true;
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                if (!same(expected.get(i), actual.get(i), where + "[" + i + "]", mismatch)) {
                    return false;
                }
            }
            return true;
        }
        return expected.equals(actual) || differs(where, mismatch);
    }

    private static boolean differs(String where, Description mismatch) {
        mismatch.appendText("\n     at ").appendText(where);
        return false;
    }

    private static boolean fits(String form, JsonNode actual) {
        return switch (form) {
            case "<number>" -> actual.isNumber();
            case "<object>" -> actual.isObject();
            case "<list>" -> actual.isArray();
            default -> actual.isTextual() && actual.textValue().matches(pattern(form));
        };
    }

    private static String pattern(String form) {
        String pattern = PATTERNS.get(form);
        if (pattern == null) {
            throw new IllegalArgumentException("There is no form " + form);
        }
        return pattern;
    }
}
