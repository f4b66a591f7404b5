/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.matrix;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One security constraint of a descriptor.
 *
 * @param pattern what it covers
 * @param methods the methods it names; empty for all
 * @param omission whether the named methods are those that it doesn't cover
 * @param who whom it lets pass
 * @param confidential whether it asks for a secure connection
 * @param inFragment whether it is in a fragment; else it is in {@code web.xml}
 */
record ConstraintPlan(
        String pattern, List<String> methods, boolean omission, Who who, boolean confidential, boolean inFragment) {
    /** Whom a constraint lets pass. */
    enum Who {
        EVERYBODY(""),
        NOBODY("<auth-constraint/>"),
        ADMIN("<auth-constraint><role-name>admin</role-name></auth-constraint>"),
        USER("<auth-constraint><role-name>user</role-name></auth-constraint>"),
        AUTHENTICATED("<auth-constraint><role-name>**</role-name></auth-constraint>"),
        ANY_ROLE("<auth-constraint><role-name>*</role-name></auth-constraint>");

        private final String xml;

        Who(String xml) {
            this.xml = xml;
        }
    }

    String xml() {
        String tag = omission ? "http-method-omission" : "http-method";
        return "<security-constraint><web-resource-collection><web-resource-name>some</web-resource-name><url-pattern>"
                + pattern + "</url-pattern>"
                + methods.stream()
                        .map(method -> "<" + tag + ">" + method + "</" + tag + ">")
                        .collect(Collectors.joining())
                + "</web-resource-collection>" + who.xml
                + (confidential
                        ? "<user-data-constraint><transport-guarantee>CONFIDENTIAL</transport-guarantee>"
                                + "</user-data-constraint>"
                        : "")
                + "</security-constraint>";
    }
}
