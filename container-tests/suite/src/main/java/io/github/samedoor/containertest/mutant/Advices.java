/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.mutant;

import io.github.samedoor.mcp.door.container.FilterMapping;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** Code that is copied to the end of a method of the door and changes what it returns. */
@SuppressWarnings("UnusedVariable") // To set a parameter is to return it.
final class Advices {
    private Advices() {}

    static final class OnlyForward {
        private OnlyForward() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) List<FilterMapping> direct) {
            direct = Broken.onlyForward(direct);
        }
    }

    static final class OnlyByUrl {
        private OnlyByUrl() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) List<FilterMapping> direct) {
            direct = Broken.onlyByUrl(direct);
        }
    }

    static final class Reversed {
        private Reversed() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) List<FilterMapping> direct) {
            direct = Broken.reversed(direct);
        }
    }

    static final class Shared {
        private Shared() {}

        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(0) String name,
                @Advice.Argument(1) ServletRequest container,
                @Advice.Return(readOnly = false) Object value) {
            value = value == null ? container.getAttribute(name) : value;
        }
    }

    static final class Forward {
        private Forward() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) DispatcherType type) {
            type = DispatcherType.FORWARD;
        }
    }
}
