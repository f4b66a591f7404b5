/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import io.github.samedoor.mcp.change.Change;
import java.util.function.Function;

/**
 * What a revision says on a stream of changes, as events that are ready to be sent.
 *
 * @param opening the first thing; empty for nothing
 * @param event what is said of a change
 * @param closing the last thing, where the server ends the stream; empty for nothing
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
public record StreamWords(byte[] opening, Function<Change, byte[]> event, byte[] closing) {}
