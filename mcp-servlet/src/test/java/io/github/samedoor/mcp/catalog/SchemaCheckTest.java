/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "true",
                "{'type':'string','minLength':0,'pattern':'^a$','format':'email','default':'a','examples':['b']}",
                "{'type':['integer','null'],'exclusiveMinimum':0.5,'multipleOf':0.1,'x-mcp-header':'Tenant'}",
                "{'type':'array','prefixItems':[{'type':'string'}],'items':false,'uniqueItems':true,'contains':{}}",
                "{'properties':{'$ref':{'type':'string'},'a':{'$ref':'#/$defs/tag'}},'required':['a']}",
                "{'allOf':[{'if':{'const':1},'then':{'not':{}},'else':true}],'dependentRequired':{'a':['b']}}",
                "{'enum':['a',null,1,{'$ref':'https://example.org/data'}]}",
                "{'const':{'$ref':'data'}}",
                "{'properties':{'a':{'properties':{}}},'additionalProperties':{'type':'string'},'$comment':'c'}"
            })
    void aSchemaOf2020IsAccepted(String schema) {
        assertThat(problems(schema), is(empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | a schema is a JSON object",
                "{'type':'text'} | \"type\" is \"string\", \"integer\"",
                "{'type':[]} | \"type\" is",
                "{'type':['string','string']} | \"type\" is",
                "{'type':['string',1]} | \"type\" is",
                "{'minLenght':1} | unknown keyword \"minLenght\": check the spelling",
                "{'nullable':true} | unknown keyword \"nullable\": write \"type\": [\"string\", \"null\"]",
                "{'example':1} | write \"examples\"",
                "{'definitions':{}} | put \"$defs\" beside the tool's \"parameters\"",
                "{'$defs':{}} | put \"$defs\" beside the tool's \"parameters\"",
                "{'$id':'https://example.org/a'} | a schema has no address here",
                "{'$schema':'https://json-schema.org/draft/2020-12/schema'} | leave it out",
                "{'required':true} | whether a parameter itself is required stands beside",
                "{'required':['a','a']} | \"required\" is a list of field names, each once",
                "{'minLength':-1} | \"minLength\" is a whole number",
                "{'minLength':1.5} | \"minLength\" is a whole number",
                "{'minimum':'1'} | \"minimum\" is a number",
                "{'exclusiveMinimum':true} | \"exclusiveMinimum\" is a number",
                "{'multipleOf':0} | \"multipleOf\" is a number above 0",
                "{'enum':[]} | \"enum\" is a list of at least one value",
                "{'enum':['a','a']} | \"enum\" is a list of at least one value, each once",
                "{'enum':'a'} | \"enum\" is a list",
                "{'items':[{}]} | \"items\" is a schema",
                "{'anyOf':[]} | \"anyOf\" is a list of schemas",
                "{'properties':[]} | \"properties\" is a JSON object of schemas",
                "{'properties':{'a':{'items':{'type':'text'}}}} | \"properties\": a: \"items\": \"type\" is",
                "{'dependentRequired':{'a':'b'}} | \"dependentRequired\" is a JSON object of lists",
                "{'uniqueItems':'yes'} | \"uniqueItems\" is true or false",
                "{'pattern':1} | \"pattern\" is a text",
                "{'title':'a\\u202eb'} | holds U+202E, which a reader can't see: delete it",
                "{'enum':[['a\\u200bb']]} | holds U+200B",
                "{'properties':{'a\\u00adb':{}}} | holds U+00AD"
            })
    void anythingElseIsRefusedWithItsMend(String schema, String mend) {
        assertThat(problems(schema), contains(containsString(mend)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/schema.json", "http://127.0.0.1/x", "file:///etc/hosts", "//example.org/x",
                        "other.json",
                "other.json#/$defs/tag", "#", "#tag", "#/properties/a", "classpath:x"
            })
    void aReferenceStaysInTheTool(String target) {
        assertThat(
                problems("{'$ref':'" + target + "'}"), contains(containsString("\"$ref\": points out of this tool")));
    }

    @Test
    void aReferenceNamesADefinitionThatIsThere() {
        assertThat(
                problems("{'$ref':'#/$defs/tags'}"),
                contains(containsString("names '#/$defs/tags', which the \"$defs\" of this tool doesn't have")));
    }

    @Test
    void aDescriptionIsShort() {
        assertThat(problems("{'description':'" + "x".repeat(1024) + "'}"), is(empty()));
        assertThat(
                problems("{'description':'" + "x".repeat(1025) + "'}"),
                contains(containsString("longer than 1024 characters")));
    }

    private static List<String> problems(String schema) {
        Problems problems = new Problems();
        new JsonTree(problems)
                .read(schema.replace('\'', '"'))
                .ifPresent(tree -> SchemaCheck.check(tree, Set.of("tag"), problems));
        return problems.sentences();
    }
}
