/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.wire.RpcError;

/** Reads answers. */
final class Answers {
    private Answers() {}

    /** Returns the error of an answer that has one. */
    static RpcError error(Answer answer) {
        if (answer instanceof Answer.Failed failed) {
            return failed.error();
        }
        if (answer instanceof Answer.Refused refused) {
            return refused.error();
        }
        throw new IllegalArgumentException("A result has no error");
    }
}
