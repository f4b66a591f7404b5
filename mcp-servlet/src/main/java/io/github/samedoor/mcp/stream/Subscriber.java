/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.stream;

import io.github.samedoor.mcp.change.Change;
import io.github.samedoor.mcp.revision.StreamWords;
import java.util.function.Predicate;

/**
 * Who listens, to what, and in which words it is told.
 *
 * @param caller whom the stream counts for
 * @param place names the one place that the stream is for: a later one takes its place
 * @param wants what the client asked to hear of
 * @param words what is said
 */
public record Subscriber(String caller, String place, Predicate<Change> wants, StreamWords words) {}
