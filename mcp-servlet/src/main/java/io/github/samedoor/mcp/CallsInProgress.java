/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.door.CallUnderWay;
import io.github.samedoor.mcp.wire.RequestId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls under way that their client may cancel, by the session and the id that it gave them.
 *
 * <p>Thread-safe.
 */
final class CallsInProgress {
    private final Map<String, CallUnderWay> calls = new ConcurrentHashMap<>();

    void add(String session, RequestId id, CallUnderWay call) {
        calls.put(key(session, id), call);
    }

    void remove(String session, RequestId id, CallUnderWay call) {
        calls.remove(key(session, id), call);
    }

    /** Cancels a call; one that isn't there, or is over, is let be. */
    void cancel(String session, RequestId id) {
        CallUnderWay call = calls.get(key(session, id));
        if (call != null) {
            call.cancel();
        }
    }

    // Ids that are strings are in quotation marks, so 1 and "1" are two.
    private static String key(String session, RequestId id) {
        return session + ' ' + id.value();
    }
}
