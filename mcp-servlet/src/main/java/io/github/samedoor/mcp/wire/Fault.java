/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

/**
 * The kinds of failure that are told as a JSON-RPC error.
 *
 * <p>Codes of our own are HTTP statuses: the specification asks for codes outside -32768 to -32000 (MCP 2026-07-28,
 * basic, Error Codes). The HTTP status that goes with a fault is the revision's choice.
 */
public enum Fault {
    /** The body isn't JSON. */
    NOT_JSON(-32700),
    /** The JSON isn't a message of this protocol. */
    NOT_A_MESSAGE(-32600),
    /** The method isn't one of this revision, or its feature isn't declared. */
    UNKNOWN_METHOD(-32601),
    /** The parameters don't fit the method. */
    INVALID_PARAMS(-32602),
    /** A required field of the request's {@code _meta} is missing or malformed. */
    MALFORMED_META(-32602),
    /** There is no resource of this URI. */
    UNKNOWN_RESOURCE(-32602),
    /** A header and the body disagree. */
    HEADER_MISMATCH(-32020),
    /** The client didn't declare a capability that the call needs. */
    MISSING_CAPABILITY(-32021),
    /** The revision isn't spoken here. */
    UNSUPPORTED_VERSION(-32022),
    /** Something failed that the caller can't mend. */
    INTERNAL(-32603),
    /** The route asks for another credential. */
    UNAUTHENTICATED(401),
    /** The route refuses this caller. */
    FORBIDDEN(403),
    /** The session isn't one of this caller's, or is over. */
    UNKNOWN_SESSION(404),
    /** The client gave no answer to what it was asked. */
    UNANSWERED(408),
    /** The body is larger than the limit. */
    TOO_LARGE(413),
    /** The body is of a media type or coding that isn't read here. */
    UNSUPPORTED_MEDIA(415),
    /** The caller calls too often. */
    TOO_MANY(429),
    /** Too many calls are under way. */
    BUSY(503);

    private final int code;

    Fault(int code) {
        this.code = code;
    }

    /** Returns the JSON-RPC error code. */
    public int code() {
        return code;
    }
}
