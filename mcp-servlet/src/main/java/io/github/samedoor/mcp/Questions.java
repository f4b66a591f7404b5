/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.wire.Message;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The questions that wait for an answer of a client, which comes with another HTTP request to this node.
 *
 * <p>Only the session that was asked can answer. Thread-safe.
 */
final class Questions {
    private final Map<String, Question> waiting = new ConcurrentHashMap<>();

    /** A question that was asked. */
    record Question(String id, String session, CompletableFuture<Message.Response> answer) {}

    /** Makes a question; whoever makes it must {@link #close} it. */
    Question open(String session) {
        Question question = new Question(UUID.randomUUID().toString(), session, new CompletableFuture<>());
        waiting.put(question.id(), question);
        return question;
    }

    void close(Question question) {
        waiting.remove(question.id());
    }

    /** Takes an answer; one that nobody waits for, or of another session, is let drop. */
    void answer(String session, Message.Response response) {
        Question question = waiting.get(response.id().value().asText());
        if (question != null && question.session().equals(session)) {
            question.answer().complete(response);
        }
    }
}
