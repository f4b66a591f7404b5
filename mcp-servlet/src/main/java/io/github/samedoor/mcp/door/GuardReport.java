/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.mcp.door.Verdict.Offered;
import io.github.samedoor.mcp.door.Verdict.Refused;
import io.github.samedoor.tool.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands before each tool: the servlet that answers, the filters that a call passes, or the reason why the tool isn't
 * offered.
 *
 * @param container the server the application runs on
 * @param selfTest whether the relay was seen to work there
 * @param lines one line a tool, in the order of the catalogue
 */
public record GuardReport(String container, SelfTest selfTest, List<Line> lines) {
    /** Whether the relay was seen to work on this container. */
    public enum SelfTest {
        /** The first request to the endpoint will show it; until then no tool is offered. */
        PENDING("not run yet, so nothing is offered before the first request to the endpoint"),
        /** It works. */
        PASSED("passed"),
        /** It doesn't work, so no tool is offered. */
        FAILED("failed"),
        /** There was nothing to try, so no tool is offered. */
        NOT_RUN("not run");

        private final String words;

        SelfTest(String words) {
            this.words = words;
        }
    }

    /**
     * One tool of the report.
     *
     * @param tool the tool
     * @param constraint the container's security constraint on its route, in words
     * @param verdict whether it is offered
     */
    public record Line(Tool tool, Optional<String> constraint, Verdict verdict) {
        /** Returns the filters that a call with ordinary arguments passes, in their order; none where the tool is refused. */
        public List<String> filters() {
            return verdict instanceof Offered offered ? offered.route().filterNames() : List.of();
        }

        /** Returns the name of the servlet that answers, or empty where the tool is refused. */
        public Optional<String> servlet() {
            return verdict instanceof Offered offered
                    ? Optional.of(offered.route().servletName())
                    : Optional.empty();
        }

        /** Returns the line as an operator reads it. */
        @Override
        public String toString() {
            return tool.route() + "  " + describe();
        }

        private String describe() {
            if (verdict instanceof Refused refused) {
                return "REFUSED: " + refused.reason() + ". Mend: " + refused.mend() + '.';
            }
            List<String> guards = new ArrayList<>();
            constraint.ifPresent(guards::add);
            guards.addAll(filters());
            servlet().ifPresent(servlet -> guards.add("servlet " + servlet));
            return "offered: " + String.join(" > ", guards);
        }
    }

    /** Keeps a copy. */
    public GuardReport {
        lines = List.copyOf(lines);
    }

    /** Returns the report as an operator reads it, a line a tool. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Guard report on ")
                .append(container)
                .append(", self-test ")
                .append(selfTest.words);
        lines.forEach(line -> text.append(System.lineSeparator()).append("  ").append(line));
        return text.toString();
    }
}
