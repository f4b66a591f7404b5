/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.undertow;

import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.HttpMethodSecurityInfo;
import io.undertow.servlet.api.SecurityInfo;
import io.undertow.servlet.api.SecurityInfo.EmptyRoleSemantic;
import io.undertow.servlet.api.ServletInfo;
import io.undertow.servlet.api.ServletSecurityInfo;
import io.undertow.servlet.api.TransportGuaranteeType;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebInitParam;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EventListener;
import java.util.List;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;

/**
 * Tells Undertow what an application's annotations say.
 *
 * @param info what Undertow shall deploy, with what the descriptors say already in it
 * @param index the application's types
 * @param loader the application's class loader
 */
record Annotations(DeploymentInfo info, Index index, ClassLoader loader) {
    void apply() throws ClassNotFoundException {
        for (Class<?> type : annotated(WebListener.class)) {
            info.addListener(Servlets.listener(type.asSubclass(EventListener.class)));
        }
        for (Class<?> type : annotated(WebServlet.class)) {
            addServlet(type.asSubclass(Servlet.class));
        }
        for (Class<?> type : annotated(WebFilter.class)) {
            addFilter(type.asSubclass(Filter.class));
        }
        info.getServlets().values().forEach(Annotations::refine);
    }

    private List<Class<?>> annotated(Class<?> annotation) throws ClassNotFoundException {
        List<String> names = new ArrayList<>();
        index.getAnnotations(DotName.createSimple(annotation.getName())).stream()
                .filter(found -> found.target().kind() == AnnotationTarget.Kind.CLASS)
                .forEach(found -> names.add(found.target().asClass().name().toString()));
        Collections.sort(names);
        List<Class<?>> types = new ArrayList<>();
        for (String name : names) {
            types.add(Class.forName(name, false, loader));
        }
        return types;
    }

    private void addServlet(Class<? extends Servlet> type) {
        WebServlet says = type.getAnnotation(WebServlet.class);
        ServletInfo servlet = Servlets.servlet(says.name().isEmpty() ? type.getName() : says.name(), type)
                .setAsyncSupported(says.asyncSupported())
                .addMappings(says.value())
                .addMappings(says.urlPatterns());
        if (says.loadOnStartup() >= 0) {
            servlet.setLoadOnStartup(says.loadOnStartup());
        }
        for (WebInitParam param : says.initParams()) {
            servlet.addInitParam(param.name(), param.value());
        }
        if (!info.getServlets().containsKey(servlet.getName())) {
            info.addServlet(servlet);
        }
    }

    private void addFilter(Class<? extends Filter> type) {
        WebFilter says = type.getAnnotation(WebFilter.class);
        String name = says.filterName().isEmpty() ? type.getName() : says.filterName();
        if (info.getFilters().containsKey(name)) {
            return;
        }
        FilterInfo filter = Servlets.filter(name, type).setAsyncSupported(says.asyncSupported());
        for (WebInitParam param : says.initParams()) {
            filter.addInitParam(param.name(), param.value());
        }
        info.addFilter(filter);
        List<String> urls = new ArrayList<>(List.of(says.value()));
        urls.addAll(List.of(says.urlPatterns()));
        for (DispatcherType dispatcher : says.dispatcherTypes()) {
            urls.forEach(url -> info.addFilterUrlMapping(name, url, dispatcher));
            for (String servlet : says.servletNames()) {
                info.addFilterServletNameMapping(name, servlet, dispatcher);
            }
        }
    }

    /** Adds what annotations of the class say of a servlet, whoever registered it. */
    private static void refine(ServletInfo servlet) {
        MultipartConfig multipart = servlet.getServletClass().getAnnotation(MultipartConfig.class);
        if (multipart != null && servlet.getMultipartConfig() == null) {
            servlet.setMultipartConfig(new MultipartConfigElement(multipart));
        }
        ServletSecurity security = servlet.getServletClass().getAnnotation(ServletSecurity.class);
        if (security != null) {
            servlet.setServletSecurityInfo(security(security));
        }
    }

    private static ServletSecurityInfo security(ServletSecurity says) {
        ServletSecurityInfo security = constrain(
                new ServletSecurityInfo(),
                says.value().value(),
                says.value().transportGuarantee(),
                says.value().rolesAllowed());
        for (HttpMethodConstraint method : says.httpMethodConstraints()) {
            security.addHttpMethodSecurityInfo(constrain(
                    new HttpMethodSecurityInfo().setMethod(method.value()),
                    method.emptyRoleSemantic(),
                    method.transportGuarantee(),
                    method.rolesAllowed()));
        }
        return security;
    }

    private static <T extends SecurityInfo<?>> T constrain(
            T info,
            ServletSecurity.EmptyRoleSemantic empty,
            ServletSecurity.TransportGuarantee transport,
            String[] roles) {
        info.setEmptyRoleSemantic(EmptyRoleSemantic.valueOf(empty.name()));
        info.setTransportGuaranteeType(TransportGuaranteeType.valueOf(transport.name()));
        info.addRolesAllowed(roles);
        return info;
    }
}
