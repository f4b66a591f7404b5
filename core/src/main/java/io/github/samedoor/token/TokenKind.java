/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.token;

/** Under which scheme an issued token is good; under the other it is unknown. */
public enum TokenKind {
    /** A static bearer token. */
    BEARER,
    /** An API key. */
    API_KEY
}
