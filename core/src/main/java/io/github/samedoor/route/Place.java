/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

/** Where in a call an argument goes. */
public enum Place {
    /** One segment of the path. */
    PATH,
    /** One field of the query. */
    QUERY,
    /** One declared header. */
    HEADER,
    /** One property of a JSON body. */
    BODY,
    /** The JSON body itself. */
    WHOLE_BODY
}
