/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Who makes this request, as the filters in front of the servlet found out.
 *
 * @param userId the user's id
 * @param username the login name
 * @param role what the user may do
 * @param tenant whose data the user works with
 */
record CurrentCaller(long userId, String username, String role, String tenant) {
    static CurrentCaller of(HttpServletRequest request) {
        throw new IllegalStateException("to do " + request);
    }

    Owner owner() {
        return new Owner(tenant, userId);
    }

    ObjectNode toJson() {
        return Json.object().put("id", userId).put("username", username).put("role", role);
    }
}
