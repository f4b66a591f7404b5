/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that is wrong with one file, collected so that its author sees it at once; used by one thread. */
final class Problems {
    private final List<String> sentences;
    private final String place;

    Problems() {
        this(new ArrayList<>(), "");
    }

    private Problems(List<String> sentences, String place) {
        this.sentences = sentences;
        this.place = place;
    }

    /** Returns the same collection, seen from a place inside: what is added there begins with it. */
    Problems in(String inner) {
        return new Problems(sentences, place + inner + ": ");
    }

    void add(String sentence) {
        sentences.add(place + sentence);
    }

    /** Returns what a check made, or adds what it said against it. */
    <T> Optional<T> attempt(Supplier<T> check) {
        try {
            return Optional.of(check.get());
        } catch (IllegalArgumentException e) {
            add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    int count() {
        return sentences.size();
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
