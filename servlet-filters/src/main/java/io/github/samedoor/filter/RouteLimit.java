/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.access.AccessRule;
import io.github.samedoor.ratelimit.RateLimit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A limit of the calls of some routes, for each caller: of a tool, whichever way it is called.
 *
 * @param calls which calls it is about; who may make them is no matter of it
 * @param limit how many of them
 */
record RouteLimit(AccessRule calls, RateLimit limit) {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Reads lines such as {@code POST /orders/* 10/minute}; each has counters of its own. */
    static List<RouteLimit> parse(String lines) {
        List<String> limits = lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        return IntStream.range(0, limits.size())
                .mapToObj(i -> parse(i + 1, limits.get(i)))
                .toList();
    }

    private static RouteLimit parse(int number, String line) {
        String[] words = SPACES.split(line, -1);
        if (words.length != 3) {
            throw new IllegalArgumentException(
                    "'" + line + "' needs three words: methods, url-pattern, limit; such as: POST /orders/* 10/minute");
        }
        return new RouteLimit(
                AccessRule.parse(words[0] + ' ' + words[1] + " open"), RateLimit.parse("route-" + number, words[2]));
    }
}
