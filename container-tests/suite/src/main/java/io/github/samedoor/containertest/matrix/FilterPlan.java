/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.matrix;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One filter of a generated application and the one way in which it is mapped.
 *
 * @param name its name, which says what it does, see {@link MatrixFilter}
 * @param style how it is registered
 * @param byServlet whether the target is a servlet's name; else it is a URL pattern
 * @param target what it is mapped to
 * @param dispatchers for which dispatches; empty where nothing is said, which means REQUEST
 * @param after whether a programmatic mapping goes behind the declared ones
 */
record FilterPlan(
        String name, Style style, boolean byServlet, String target, Set<DispatcherType> dispatchers, boolean after) {
    /** How a filter comes into an application. */
    enum Style {
        WEB_XML,
        FRAGMENT,
        ANNOTATION,
        INITIALIZER,
        LISTENER,
        /** Declared without a mapping, and mapped while a servlet of the application is loaded. */
        LATE
    }

    /** Returns its part of a descriptor, empty where it isn't declared in one. */
    String xml() {
        return switch (style) {
            case WEB_XML, FRAGMENT -> declaration() + mapping();
            case LATE -> declaration();
            default -> "";
        };
    }

    /** Returns the line that {@link Registrar} reads. */
    String line() {
        return String.join(
                ";",
                "filter",
                style.name(),
                name,
                byServlet ? "servlet" : "url",
                target,
                dispatchers.stream().map(DispatcherType::name).sorted().collect(Collectors.joining(",")),
                Boolean.toString(after));
    }

    /** Tells whether a relayed call may be refused because of this filter: it would run by itself at the forward. */
    boolean mayBeUnprovable(String servlet) {
        return byServlet && target.equals(servlet) && dispatchers.contains(DispatcherType.FORWARD);
    }

    /** Returns the class of an annotated filter. */
    String className() {
        return style == Style.ANNOTATION
                ? MatrixFilter.class.getPackageName() + ".Annotated_" + name.replace('-', '_')
                : MatrixFilter.class.getName();
    }

    private String declaration() {
        return "<filter><filter-name>" + name + "</filter-name><filter-class>" + className()
                + "</filter-class><async-supported>true</async-supported></filter>";
    }

    private String mapping() {
        String kind = byServlet ? "servlet-name" : "url-pattern";
        String types = List.of(DispatcherType.values()).stream()
                .filter(dispatchers::contains)
                .map(type -> "<dispatcher>" + type + "</dispatcher>")
                .collect(Collectors.joining());
        return "<filter-mapping><filter-name>" + name + "</filter-name><" + kind + ">" + target + "</" + kind + ">"
                + types + "</filter-mapping>";
    }
}
