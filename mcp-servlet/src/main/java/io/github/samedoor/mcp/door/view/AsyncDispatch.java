/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * A dispatch that an asynchronous route asked for.
 *
 * @param request the request it goes on with
 * @param response the response it goes on with
 * @param path where to, below the context path, percent-encoded
 * @param query the query of the new path, empty where it has none
 */
public record AsyncDispatch(ServletRequest request, ServletResponse response, String path, String query) {
    /** Makes the dispatch to a path that may have a query. */
    static AsyncDispatch to(ServletRequest request, ServletResponse response, String target) {
        int question = target.indexOf('?');
        return question < 0
                ? new AsyncDispatch(request, response, target, "")
                : new AsyncDispatch(request, response, target.substring(0, question), target.substring(question + 1));
    }
}
