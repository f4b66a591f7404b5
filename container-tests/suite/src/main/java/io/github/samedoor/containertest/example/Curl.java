/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.HttpAnswer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code curl} command as a document shows it.
 *
 * <p>Knows the options {@code -X}, {@code -H} and {@code -d}, single and double quotes and continued lines. As the real one,
 * it sends a body as a form unless a header says otherwise.
 *
 * @param method the method
 * @param uri the address
 * @param headers whole header lines
 * @param body the body, empty for none
 */
record Curl(String method, URI uri, List<String> headers, String body) {
    /** Reads a command; throws {@link IllegalArgumentException} for one that it doesn't understand. */
    static Curl parse(String command) {
        List<String> words = words(command.replace("\\\n", " "));
        if (words.isEmpty() || !words.get(0).equals("curl")) {
            throw new IllegalArgumentException("Not a curl command: " + command);
        }
        String method = "";
        String uri = "";
        String body = "";
        List<String> headers = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-X" -> method = words.get(++i);
                case "-H" -> headers.add(words.get(++i));
                case "-d" -> body = words.get(++i);
                default -> uri = words.get(i);
            }
        }
        if (!body.isEmpty() && headers.stream().noneMatch(line -> line.startsWith("Content-Type:"))) {
            headers.add("Content-Type: application/x-www-form-urlencoded");
        }
        String implied = body.isEmpty() ? "GET" : "POST";
        return new Curl(method.isEmpty() ? implied : method, URI.create(uri), List.copyOf(headers), body);
    }

    /** Sends the request to a server other than the one it names. */
    HttpAnswer sendTo(Http server) {
        return server.send(method, uri.getRawPath(), body, headers.toArray(String[]::new));
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (char c : (line.strip() + ' ').toCharArray()) {
            if (quote != 0) {
                quote = c == quote ? 0 : append(word, c, quote);
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (!Character.isWhitespace(c)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    private static char append(StringBuilder word, char c, char quote) {
        word.append(c);
        return quote;
    }
}
