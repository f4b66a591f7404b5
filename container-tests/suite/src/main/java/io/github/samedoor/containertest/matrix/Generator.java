/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.matrix;

import static jakarta.servlet.DispatcherType.ASYNC;
import static jakarta.servlet.DispatcherType.ERROR;
import static jakarta.servlet.DispatcherType.FORWARD;
import static jakarta.servlet.DispatcherType.INCLUDE;
import static jakarta.servlet.DispatcherType.REQUEST;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.ServletSecurity.EmptyRoleSemantic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes plans: the servlets and routes are given, the guards in front of them are drawn. For one plan. */
final class Generator {
    private static final int FILTERS = 26;
    private static final int CONSTRAINTS = 10;

    private static final List<String> FILTER_PATTERNS = List.of(
            "/*",
            "/",
            "",
            "/a/*",
            "/a/*",
            "/b/*",
            "/b/in/*",
            "/a/special",
            "/e0",
            "/e1",
            "/e1/*",
            "*.x",
            "*.y",
            "/s/*",
            "/t/*",
            "/u/*",
            "/fo/*",
            "/doc/*",
            "/nowhere/*",
            "/plain");
    private static final List<String> SERVLET_NAMES = List.of("a", "b", "nested", "exact", "ext", "u", "rest");
    private static final List<String> CONSTRAINT_PATTERNS = List.of(
            "/a/*",
            "/a/special",
            "/b/*",
            "/b/in/*",
            "/e0",
            "/e1",
            "*.x",
            "*.y",
            "/s/*",
            "/t/*",
            "/u/*",
            "/fo/*",
            "/plain",
            "/doc/a.x");
    private static final List<Set<DispatcherType>> DISPATCHERS = List.of(
            Set.of(),
            Set.of(REQUEST),
            Set.of(REQUEST),
            Set.of(REQUEST, FORWARD),
            Set.of(FORWARD),
            Set.of(FORWARD, INCLUDE),
            Set.of(REQUEST, FORWARD, INCLUDE, ASYNC, ERROR));
    private static final List<String> KINDS =
            List.of("note", "note", "note", "once", "known", "known-once", "root", "root-once");

    private final long seed;
    private final Random random;

    Generator(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    MatrixPlan plan() {
        List<FilterPlan> filters = new ArrayList<>();
        for (int i = 0; i < FILTERS; i++) {
            filters.add(filter(i));
        }
        filters.add(new FilterPlan("answers", FilterPlan.Style.WEB_XML, false, "/fo/*", Set.of(), true));
        List<ConstraintPlan> constraints = new ArrayList<>();
        for (int i = 0; i < CONSTRAINTS; i++) {
            constraints.add(constraint());
        }
        // Undertow, told to deny uncovered methods, also denies paths that no constraint names.
        constraints.add(new ConstraintPlan("/mcp/*", List.of(), false, ConstraintPlan.Who.EVERYBODY, false, false));
        return new MatrixPlan(seed, servlets(), filters, constraints, random.nextInt(3) == 0, routes());
    }

    private FilterPlan filter(int number) {
        boolean byServlet = random.nextInt(5) == 0;
        FilterPlan.Style style = one(List.of(FilterPlan.Style.values()));
        String name = "f" + number + '-' + one(KINDS);
        return new FilterPlan(
                name,
                style,
                byServlet,
                one(byServlet ? SERVLET_NAMES : FILTER_PATTERNS),
                // Where a filter is mapped by name for FORWARD too, the servlet may not be offered: seldom, then.
                byServlet && random.nextInt(4) > 0 ? Set.of(REQUEST) : one(DISPATCHERS),
                random.nextInt(4) > 0);
    }

    private ConstraintPlan constraint() {
        List<String> methods = switch (random.nextInt(3)) {
            case 0 -> List.of(one(RoutePlan.METHODS));
            case 1 -> List.of("GET", "DELETE");
            default -> List.of();
        };
        boolean omission = !methods.isEmpty() && random.nextBoolean();
        return new ConstraintPlan(
                one(CONSTRAINT_PATTERNS),
                methods,
                omission,
                one(List.of(ConstraintPlan.Who.values())),
                random.nextInt(8) == 0,
                random.nextInt(3) == 0);
    }

    private List<ServletPlan> servlets() {
        return List.of(
                servlet("a", false, "/a/*"),
                servlet("b", true, "/b/*"),
                servlet("nested", false, "/b/in/*"),
                servlet("exact", true, "/e0", "/e1", "/plain"),
                servlet("ext", false, "*.x", "*.y"),
                new ServletPlan("s", List.of("/s/*"), false, Optional.of(security())),
                new ServletPlan("t", List.of("/t/*"), false, Optional.of(security())),
                new ServletPlan("u", List.of("/u/*"), true, Optional.of(security())),
                servlet("root", false, ""),
                servlet("rest", false, "/"));
    }

    private static ServletPlan servlet(String name, boolean programmatic, String... patterns) {
        return new ServletPlan(name, List.of(patterns), programmatic, Optional.empty());
    }

    private SecurityPlan security() {
        Optional<String> role =
                one(List.of(Optional.of("admin"), Optional.of("user"), Optional.of("**"), Optional.empty()));
        EmptyRoleSemantic empty =
                role.isEmpty() && random.nextBoolean() ? EmptyRoleSemantic.DENY : EmptyRoleSemantic.PERMIT;
        return new SecurityPlan(
                role,
                empty,
                random.nextBoolean() ? Map.of(one(RoutePlan.METHODS), one(List.of("admin", "user", ""))) : Map.of());
    }

    private static List<RoutePlan> routes() {
        return List.of(
                with("a", "/a/{name}", "ordinary", "special", "some.x"),
                fixed("a", "/a/special", ""),
                with("b", "/b/{name}", "ordinary", RoutePlan.ELSEWHERE),
                with("nested", "/b/in/{name}", "ordinary", "some.y"),
                fixed("exact", "/e0", ""),
                fixed("exact", "/plain", ""),
                fixed("exact", "/e1", ""),
                fixed("ext", "/doc/a.x", ""),
                with("s", "/s/{name}", "ordinary"),
                with("t", "/t/{name}", "some.x"),
                with("u", "/u/{name}", "ordinary"),
                fixed("root", "/", ""),
                fixed("rest", "/elsewhere/page", "rest"),
                fixed("rest", "/fo/page", "answers"));
    }

    private static RoutePlan with(String servlet, String template, String... values) {
        return new RoutePlan(servlet, template, List.of(values), "");
    }

    private static RoutePlan fixed(String servlet, String template, String servedBy) {
        return new RoutePlan(servlet, template, List.of(""), servedBy);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
