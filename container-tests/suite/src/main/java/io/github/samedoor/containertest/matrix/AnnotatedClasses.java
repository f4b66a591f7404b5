/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.matrix;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.ServletSecurity.EmptyRoleSemantic;
import jakarta.servlet.annotation.WebFilter;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;

/** The filters and servlets of a plan that carry annotations: a class file each, since annotations can't be configured. */
final class AnnotatedClasses {
    private AnnotatedClasses() {}

    static Map<String, byte[]> of(MatrixPlan plan) {
        Map<String, byte[]> classes = new HashMap<>();
        for (FilterPlan filter : plan.filters()) {
            if (filter.style() == FilterPlan.Style.ANNOTATION) {
                classes.put(filter.className(), bytes(MatrixFilter.class, filter.className(), webFilter(filter)));
            }
        }
        for (ServletPlan servlet : plan.servlets()) {
            if (!servlet.programmatic() && servlet.security().isPresent()) {
                AnnotationDescription security = security(servlet.security().get());
                classes.put(servlet.className(), bytes(MatrixServlet.class, servlet.className(), security));
            }
        }
        return classes;
    }

    private static byte[] bytes(Class<?> parent, String name, AnnotationDescription annotation) {
        return new ByteBuddy()
                .subclass(parent)
                .name(name)
                .annotateType(annotation)
                .make()
                .getBytes();
    }

    private static AnnotationDescription webFilter(FilterPlan filter) {
        AnnotationDescription.Builder annotation = AnnotationDescription.Builder.ofType(WebFilter.class)
                .define("filterName", filter.name())
                .define("asyncSupported", true)
                .defineArray(filter.byServlet() ? "servletNames" : "urlPatterns", filter.target());
        return filter.dispatchers().isEmpty()
                ? annotation.build()
                : annotation
                        .defineEnumerationArray(
                                "dispatcherTypes",
                                DispatcherType.class,
                                filter.dispatchers().toArray(DispatcherType[]::new))
                        .build();
    }

    private static AnnotationDescription security(SecurityPlan plan) {
        AnnotationDescription.Builder value =
                AnnotationDescription.Builder.ofType(HttpConstraint.class).define("value", plan.empty());
        if (plan.role().isPresent()) {
            value = value.defineArray("rolesAllowed", plan.role().get());
        }
        AnnotationDescription[] methods = plan.byMethod().entrySet().stream()
                .map(each -> method(each.getKey(), each.getValue()))
                .toArray(AnnotationDescription[]::new);
        return AnnotationDescription.Builder.ofType(ServletSecurity.class)
                .define("value", value.build())
                .defineAnnotationArray(
                        "httpMethodConstraints",
                        net.bytebuddy.description.type.TypeDescription.ForLoadedType.of(HttpMethodConstraint.class),
                        methods)
                .build();
    }

    private static AnnotationDescription method(String name, String role) {
        AnnotationDescription.Builder method =
                AnnotationDescription.Builder.ofType(HttpMethodConstraint.class).define("value", name);
        return role.isEmpty()
                ? method.define("emptyRoleSemantic", EmptyRoleSemantic.DENY).build()
                : method.defineArray("rolesAllowed", role).build();
    }
}
