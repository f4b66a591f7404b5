/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.mutant;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.github.samedoor.containertest.Library;
import io.github.samedoor.mcp.McpServlet;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.asm.MemberSubstitution;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;

/**
 * One way to break the door, in one class of it.
 *
 * @param name what is broken
 * @param type the class, below the package of {@link McpServlet}
 * @param changes what is done to its byte code
 */
record Mutant(String name, String type, List<AsmVisitorWrapper> changes) {
    private static final String BASE = McpServlet.class.getPackageName() + '.';
    private static final ClassFileLocator CLASSES = ClassFileLocator.ForClassLoader.of(Mutant.class.getClassLoader());

    /** Lists all of them. */
    static List<Mutant> all() {
        return List.of(
                mutant(
                        "only filters that a plain forward runs",
                        "door.relay.GuardChain",
                        advice(Advices.OnlyForward.class, "direct")),
                mutant(
                        "no filters by servlet name",
                        "door.relay.GuardChain",
                        advice(Advices.OnlyByUrl.class, "direct")),
                mutant("filters in the wrong order", "door.relay.GuardChain", advice(Advices.Reversed.class, "direct")),
                mutant(
                        "markers left on the way to the endpoint are seen",
                        "door.view.CallAttributes",
                        advice(Advices.Shared.class, "get")),
                mutant(
                        "a forward is seen",
                        "door.view.RouteRequest",
                        advice(Advices.Forward.class, "getDispatcherType")),
                mutant(
                        "path arguments are encoded and not refused",
                        "binding.PathPlacement",
                        calls("put", "isAmbiguous", "harmless"),
                        calls("put", "isPrivateDirectory", "harmless")),
                mutant(
                        "constraints of descriptors alone",
                        "door.constraint.ConstraintRules",
                        calls("of", "constraints", "declared")),
                mutant(
                        "the route runs on another thread",
                        "door.relay.RelayedCall",
                        calls("send", "forward", "elsewhere")));
    }

    private static Mutant mutant(String name, String type, AsmVisitorWrapper... changes) {
        return new Mutant(name, type, List.of(changes));
    }

    /** Returns the library of the endpoint, broken in this way. */
    Library library() {
        return Library.holding(McpServlet.class)
                .replacing(Map.of(path(BASE + type), bytes()))
                .classes(Broken.class);
    }

    private byte[] bytes() {
        var changed = new ByteBuddy()
                .redefine(TypePool.Default.of(CLASSES).describe(BASE + type).resolve(), CLASSES);
        for (AsmVisitorWrapper change : changes) {
            changed = changed.visit(change);
        }
        return changed.make().getBytes();
    }

    private static String path(String name) {
        return name.replace('.', '/') + ".class";
    }

    private static AsmVisitorWrapper advice(Class<?> advice, String method) {
        return Advice.to(advice).on(named(method));
    }

    /** Replaces in a method the calls of another one. */
    private static AsmVisitorWrapper calls(String in, String called, String replacement) {
        Method broken = Stream.of(Broken.class.getMethods())
                .filter(method -> method.getName().equals(replacement))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        replacement + " isn't one of " + Arrays.toString(Broken.class.getMethods())));
        return MemberSubstitution.relaxed()
                .method(named(called))
                .replaceWith(broken)
                .on(named(in));
    }
}
