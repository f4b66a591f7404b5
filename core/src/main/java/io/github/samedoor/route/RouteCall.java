/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

/**
 * One call of a route, bound and checked: nothing is left in it that could be refused for its form.
 *
 * <p>It carries what the tool's arguments decide and nothing else. The caller's credential and the facts of the
 * connection are added where it is dispatched.
 *
 * @param route the route that is called
 * @param path the decoded path below the context path, starting with {@code /}
 * @param encodedPath the same path as it stands on a request line
 * @param query the encoded query without its question mark; empty for none
 * @param headers the declared header parameters
 * @param body the body
 */
public record RouteCall(
        Route route, String path, String encodedPath, String query, HeaderFields headers, RouteBody body) {}
