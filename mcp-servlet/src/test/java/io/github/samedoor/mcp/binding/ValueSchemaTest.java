/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueSchemaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string'} | 'a'",
                "{'type':'integer'} | 1",
                "{'type':'integer'} | 1.0",
                "{'type':'integer'} | 1e2",
                "{'type':'integer'} | 123456789012345678901234567890",
                "{'type':'number'} | 1",
                "{'type':'number'} | 1.5",
                "{'type':['string','null']} | null",
                "{'enum':['a',1,null]} | 1.0",
                "{'enum':[{'a':[1]}]} | {'a':[1.0]}",
                "{'const':false} | false",
                "{'minLength':2} | 'ab'",
                "{'minLength':2} | 1",
                "{'maxLength':1} | '\ud83d\ude00'",
                "{'minimum':1,'maximum':2} | 1",
                "{'exclusiveMinimum':0.1} | 0.2",
                "{'maxItems':2} | [1,2]",
                "{'maxLength':99999999999} | 'a'",
                "{'properties':{'a':{'type':'string'}}} | {'b':1}",
                "{'properties':{'a':{}},'patternProperties':{'^b':{}},'additionalProperties':false} | {'b':1}",
                "{'additionalProperties':{'type':'integer'}} | {'b':1}",
                "{'prefixItems':[{'type':'string'}],'items':{'type':'integer'}} | ['a',1]",
                "{'pattern':'^x$','format':'email','multipleOf':7,'not':{}} | 'left to a full validator'",
                "{} | {'anything':[null]}",
                "true | 1"
            })
    void aValueFits(String schema, String value) {
        assertThat(misfit(schema, value), is("fits"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string'} | 1 | Argument 'x' must be a string",
                "{'type':'string'} | null | Argument 'x' must be a string",
                "{'type':'integer'} | 1.5 | Argument 'x' must be an integer",
                "{'type':'integer'} | '1' | Argument 'x' must be an integer",
                "{'type':'integer'} | true | Argument 'x' must be an integer",
                "{'type':'number'} | 'NaN' | Argument 'x' must be a number",
                "{'type':'boolean'} | 'true' | Argument 'x' must be true or false",
                "{'type':'boolean'} | 0 | Argument 'x' must be true or false",
                "{'type':'array'} | {} | Argument 'x' must be an array",
                "{'type':'object'} | [] | Argument 'x' must be an object",
                "{'type':'null'} | 0 | Argument 'x' must be null",
                "{'type':['integer','null']} | 'a' | Argument 'x' must be an integer or null",
                "{'enum':['a','b',3]} | 'c' | Argument 'x' must be one of 'a', 'b', 3",
                "{'enum':['a']} | 'A' | Argument 'x' must be 'a'",
                "{'const':1} | 2 | Argument 'x' must be 1",
                "{'const':'1'} | 1 | Argument 'x' must be '1'",
                "{'minLength':2} | 'a' | Argument 'x' must have at least 2 characters",
                "{'maxLength':1} | 'ab' | Argument 'x' must have at most 1 character",
                "{'minimum':1} | 0.999 | Argument 'x' must be at least 1",
                "{'maximum':9007199254740992} | 9007199254740993 | Argument 'x' must be at most 9007199254740992",
                "{'maximum':10} | 1e999999999 | Argument 'x' must be at most 10",
                "{'exclusiveMinimum':0} | 0.0 | Argument 'x' must be more than 0",
                "{'exclusiveMaximum':5} | 5 | Argument 'x' must be less than 5",
                "{'minItems':1} | [] | Argument 'x' must have at least 1 item",
                "{'maxItems':0} | [1] | Argument 'x' must have at most 0 items",
                "{'minProperties':1} | {} | Argument 'x' must have at least 1 field",
                "{'items':{'type':'string'}} | ['a',2] | Argument 'x[1]' must be a string",
                "{'items':{'items':{'type':'string'}}} | [[],['a',2]] | Argument 'x[1][1]' must be a string",
                "{'required':['a']} | {} | Argument 'x' needs the field 'a'",
                "{'properties':{'a':{'type':'string'}}} | {'a':1} | Argument 'x.a' must be a string",
                "{'properties':{'a':{'items':{'const':1}}}} | {'a':[2]} | Argument 'x.a[0]' must be 1",
                "{'additionalProperties':false} | {'b':1} | Argument 'x' has a field that isn't declared, 'b': it must be left out",
                "{'additionalProperties':{'type':'string'}} | {'b':1} | Argument 'x' has a field that isn't declared, 'b': it must be a string",
                "{'properties':{'a':false}} | {'a':1} | Argument 'x.a' must be left out",
                "false | 1 | Argument 'x' must be left out"
            })
    void aValueThatDoesntFitIsToldItsMend(String schema, String value, String message) {
        assertThat(misfit(schema, value), is(message));
    }

    @Test
    void aMadeUpFieldNameIsNotRepeated() {
        assertThat(
                misfit("{'additionalProperties':false}", "{'a b':1}"),
                is(
                        "Argument 'x' has a field that isn't declared, with characters other than letters, digits, '_', '.' and"
                                + " '-' in its name: it must be left out"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "[]", "'string'", "null", "{'type':'text'}", "{'type':['string','text']}", "{'type':1}"})
    void whatIsNoSchemaIsntCompiled(String schema) {
        assertThrows(IllegalArgumentException.class, () -> ValueSchema.compile(json(schema)));
    }

    private static String misfit(String schema, String value) {
        return ValueSchema.compile(json(schema))
                .misfit(json(value))
                .map(found -> found.sentence("x"))
                .orElse("fits");
    }

    private static JsonNode json(String text) {
        return TestTool.json(text.replace('\'', '"'));
    }
}
