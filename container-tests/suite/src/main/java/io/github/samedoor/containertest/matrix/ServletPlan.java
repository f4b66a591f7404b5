/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.matrix;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One servlet of a generated application.
 *
 * @param name its name
 * @param patterns what it is mapped to
 * @param programmatic whether an initializer registers it; else it is in {@code web.xml}
 * @param security what it asks of callers by annotation or, if programmatic, by {@code setServletSecurity}
 */
record ServletPlan(String name, List<String> patterns, boolean programmatic, Optional<SecurityPlan> security) {
    /** Returns its class: one of its own where it carries an annotation. */
    String className() {
        boolean annotated = security.isPresent() && !programmatic;
        return annotated ? MatrixServlet.class.getPackageName() + ".Secured_" + name : MatrixServlet.class.getName();
    }

    String xml() {
        if (programmatic) {
            return "";
        }
        return "<servlet><servlet-name>" + name + "</servlet-name><servlet-class>" + className()
                + "</servlet-class><load-on-startup>2</load-on-startup><async-supported>true</async-supported></servlet>"
                + patterns.stream()
                        .map(pattern -> "<servlet-mapping><servlet-name>" + name + "</servlet-name><url-pattern>"
                                + pattern + "</url-pattern></servlet-mapping>")
                        .collect(Collectors.joining());
    }

    /** Returns the line that {@link Registrar} reads. */
    String line() {
        String asked = security.map(plan -> ";" + plan.line()).orElse("");
        return "servlet;" + name + ';' + String.join(",", patterns) + asked;
    }
}
