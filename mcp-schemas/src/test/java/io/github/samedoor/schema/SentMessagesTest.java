/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.schema;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentMessagesTest {
    private static final String ASKED = "{'jsonrpc':'2.0','id':1,'method':'tools/list'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "2026-07-28 | {'resultType':'complete','tools':[],'ttlMs':0,'cacheScope':'private'}",
                "2025-11-25 | {'tools':[]}",
                "2025-06-18 | {'tools':[]}",
                "2025-03-26 | {'tools':[]}",
                "2026-07-28 | {'resultType':'input_required','inputRequests':{},'requestState':'x'}"
            })
    void takesWhatTheRevisionHas(String revision, String result) {
        answering(revision).checkJson(response(result));
        answering(revision).checkEvents(": hello\n\nid: 1\ndata: \n\ndata: " + response(result) + "\n\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "2026-07-28 | JSONRPCResultResponse | {'tools':[],'ttlMs':0,'cacheScope':'private'}",
                "2026-07-28 | ListToolsResult | {'resultType':'complete','tools':[],'cacheScope':'private'}",
                "2026-07-28 | ListToolsResult | {'resultType':'complete','tools':[],'ttlMs':0,'cacheScope':'mine'}",
                "2025-11-25 | ListToolsResult | {}",
                "2025-06-18 | ListToolsResult | {'tools':[{'name':'a'}]}",
                "2025-03-26 | ListToolsResult | {'tools':[],'nextCursor':7}"
            })
    void refusesWhatItHasNot(String revision, String type, String result) {
        SentMessages sent = answering(revision);
        String body = response(result);
        AssertionError error = assertThrows(AssertionError.class, () -> sent.checkJson(body));
        assertThat(error.getMessage(), containsString("isn't a " + type + " of " + revision));
        assertThrows(AssertionError.class, () -> sent.checkEvents("data: " + body + "\n\n"));
        assertThrows(AssertionError.class, () -> sent.checkJson('[' + body + ']'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "2026-07-28 | {'jsonrpc':'2.0','id':null,'error':{'code':-32700,'message':'No'}}",
                "2026-07-28 | {'jsonrpc':'2.0','id':1,'error':{'code':-32022,'message':'No'}}",
                "2025-11-25 | {'jsonrpc':'2.0','id':1,'error':{'code':'x','message':'No'}}",
                "2025-06-18 | {'id':1,'error':{'code':1,'message':'No'}}",
                "2026-07-28 | {'jsonrpc':'2.0','id':1,'method':'roots/list'}",
                "2025-11-25 | {'jsonrpc':'2.0','method':'notifications/unheard_of','params':[]}",
                "2025-11-25 | {'jsonrpc':'2.0','id':1,'method':'tools/list'}",
                "2025-11-25 | not JSON"
            })
    void refusesOtherMessagesThatAreNone(String revision, String message) {
        SentMessages sent = answering(revision);
        assertThrows(AssertionError.class, () -> sent.checkJson(json(message)));
    }

    @Test
    void refusesAResultThatNobodyAskedFor() {
        SentMessages sent = SentMessages.answering(Optional.of("2025-11-25"), new byte[] {'x'});
        assertThrows(AssertionError.class, () -> sent.checkJson(response("{'tools':[]}")));
    }

    private static SentMessages answering(String revision) {
        return SentMessages.answering(Optional.of(revision), json(ASKED).getBytes(StandardCharsets.UTF_8));
    }

    private static String response(String result) {
        return json("{'jsonrpc':'2.0','id':1,'result':" + result + "}");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
