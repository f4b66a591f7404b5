/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.RpcError;
import io.github.samedoor.route.HeaderFields;

/** What a request comes to. */
public sealed interface Answer {
    /**
     * It was done.
     *
     * @param result what came of it
     */
    record Done(Result result) implements Answer {}

    /**
     * It is wrong in itself.
     *
     * @param error what is wrong
     */
    record Failed(RpcError error) implements Answer {}

    /**
     * It is refused in a way that HTTP has a status for, so that clients act on it: they start OAuth from a 401 only.
     *
     * @param status the HTTP status
     * @param headers the challenge, or when to come back
     * @param error the same in JSON-RPC
     */
    record Refused(int status, HeaderFields headers, RpcError error) implements Answer {}

    /** It isn't answered: a stream of events says what there is to say, or the client cancelled it. */
    record Silent() implements Answer {}

    /**
     * Makes the answer to a request that is wrong in itself.
     *
     * @param fault what kind of failure it is
     * @param message a sentence for the caller
     * @return the answer
     */
    static Answer failed(Fault fault, String message) {
        return new Failed(RpcError.of(fault, message));
    }
}
