/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import java.util.List;
import java.util.function.Supplier;

/**
 * What was registered when the preparation ended, held against what is registered now.
 *
 * <p>Looked at before every call, so it compares the container's own objects and reads nothing of them. Thread-safe.
 */
final class RegistrationSeal {
    private final List<Supplier<Object[]>> lists;
    private final List<Object[]> then;

    RegistrationSeal(List<Supplier<Object[]>> lists) {
        this.lists = List.copyOf(lists);
        this.then = lists.stream().map(list -> list.get().clone()).toList();
    }

    boolean isIntact() {
        for (int i = 0; i < lists.size(); i++) {
            if (!holdsTheSame(then.get(i), lists.get(i).get())) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsTheSame(Object[] first, Object[] second) {
        if (first.length != second.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if (first[i] != second[i]) {
                return false;
            }
        }
        return true;
    }
}
