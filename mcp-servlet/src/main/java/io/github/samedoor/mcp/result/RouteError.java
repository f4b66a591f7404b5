/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.samedoor.route.RouteAnswer;
import java.io.IOException;

/** The one sentence that says why a route refused or failed. */
final class RouteError {
    private static final int LONGEST = 300;

    private RouteError() {}

    /**
     * Finds the sentence: the text of {@code error}, {@code error_description}, {@code message}, {@code detail} or
     * {@code title} of a JSON body, or else the name of the status.
     *
     * @param answer an answer that is no success
     * @param body its body
     * @return at most 300 characters
     */
    static String of(RouteAnswer answer, AnswerBody body) {
        String told = body instanceof AnswerBody.Json json && json.object() ? member(json.utf8()) : "";
        String text = told.isBlank() ? reason(answer.status()) : told;
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    private static String member(byte[] object) {
        String found = "";
        int rank = Integer.MAX_VALUE;
        try (JsonParser parser = AnswerBody.Parsing.FACTORY.createParser(object)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                int candidate = rank(parser.currentName());
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING && candidate < rank) {
                    rank = candidate;
                    found = parser.getText();
                }
                parser.skipChildren();
            }
            return found;
        } catch (IOException e) {
            return found;
        }
    }

    private static int rank(String name) {
        return switch (name) {
            case "error" -> 0;
            case "error_description" -> 1;
            case "message" -> 2;
            case "detail" -> 3;
            case "title" -> 4;
            default -> Integer.MAX_VALUE;
        };
    }

    private static String reason(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 409 -> "Conflict";
            case 415 -> "Unsupported media type";
            case 422 -> "Unprocessable content";
            case 429 -> "Too many requests";
            case 500 -> "Internal server error";
            case 503 -> "Service unavailable";
            default -> status >= 300 && status < 400 ? "Redirect" : "HTTP status " + status;
        };
    }
}
