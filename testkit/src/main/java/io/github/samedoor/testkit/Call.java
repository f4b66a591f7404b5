/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One HTTP request, without its credential.
 *
 * @param method the method
 * @param target the path below the application's, with its query
 * @param headers the header lines, name and value in turn
 * @param body the JSON body, where there is one
 */
record Call(String method, String target, List<String> headers, Optional<String> body) {
    private static final String JSON = "application/json";

    /** Keeps a copy. */
    Call {
        headers = List.copyOf(headers);
    }

    static Call post(String target, String json, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", JSON));
        all.addAll(List.of(headers));
        return new Call("POST", target, all, Optional.of(json));
    }
}
