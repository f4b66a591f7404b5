/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.undertow;

import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.MimeMapping;
import io.undertow.servlet.api.ServletInfo;
import io.undertow.servlet.handlers.DefaultServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import java.util.EventListener;
import java.util.List;
import java.util.Optional;

/**
 * Tells Undertow what a {@code web.xml} or a web fragment says, as far as tests use it.
 *
 * @param info what Undertow shall deploy
 * @param loader the application's class loader
 */
record WebXml(DeploymentInfo info, ClassLoader loader) {
    void apply(Descriptor xml) throws ClassNotFoundException {
        xml.params("context-param", info::addInitParameter);
        for (Descriptor listener : xml.all("listener")) {
            info.addListener(Servlets.listener(type(listener.text("listener-class"), EventListener.class)));
        }
        for (Descriptor servlet : xml.all("servlet")) {
            info.addServlet(servlet(servlet));
        }
        xml.all("servlet-mapping").forEach(this::mapServlet);
        for (Descriptor filter : xml.all("filter")) {
            info.addFilter(filter(filter));
        }
        xml.all("filter-mapping").forEach(this::mapFilter);
        xml.all("welcome-file-list").forEach(list -> info.addWelcomePages(list.texts("welcome-file")));
        xml.all("mime-mapping")
                .forEach(mime -> info.addMimeMapping(new MimeMapping(mime.text("extension"), mime.text("mime-type"))));
        for (Descriptor page : xml.all("error-page")) {
            addErrorPage(page);
        }
        xml.all("session-config")
                .forEach(session -> session.optional("session-timeout")
                        .ifPresent(minutes -> info.setDefaultSessionTimeout(60 * Integer.parseInt(minutes))));
        new SecurityXml(info).apply(xml);
    }

    private ServletInfo servlet(Descriptor xml) throws ClassNotFoundException {
        ServletInfo servlet =
                Servlets.servlet(xml.text("servlet-name"), type(xml.text("servlet-class"), Servlet.class));
        xml.params("init-param", servlet::addInitParam);
        xml.optional("load-on-startup").map(Integer::valueOf).ifPresent(servlet::setLoadOnStartup);
        servlet.setAsyncSupported(xml.isTrue("async-supported"));
        xml.first("multipart-config").map(WebXml::multipart).ifPresent(servlet::setMultipartConfig);
        xml.all("security-role-ref")
                .forEach(ref -> servlet.addSecurityRoleRef(
                        ref.text("role-name"), ref.optional("role-link").orElse(ref.text("role-name"))));
        return servlet;
    }

    private static MultipartConfigElement multipart(Descriptor xml) {
        return new MultipartConfigElement(
                xml.optional("location").orElse(""),
                xml.optional("max-file-size").map(Long::valueOf).orElse(-1L),
                xml.optional("max-request-size").map(Long::valueOf).orElse(-1L),
                xml.optional("file-size-threshold").map(Integer::valueOf).orElse(0));
    }

    private void mapServlet(Descriptor mapping) {
        String name = mapping.text("servlet-name");
        if (name.equals("default") && !info.getServlets().containsKey(name)) {
            info.addServlet(Servlets.servlet(name, DefaultServlet.class));
        }
        ServletInfo servlet = Optional.ofNullable(info.getServlets().get(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no servlet " + name));
        mapping.texts("url-pattern").forEach(servlet::addMapping);
    }

    private FilterInfo filter(Descriptor xml) throws ClassNotFoundException {
        FilterInfo filter = Servlets.filter(xml.text("filter-name"), type(xml.text("filter-class"), Filter.class));
        xml.params("init-param", filter::addInitParam);
        filter.setAsyncSupported(xml.isTrue("async-supported"));
        return filter;
    }

    private void mapFilter(Descriptor mapping) {
        String name = mapping.text("filter-name");
        List<DispatcherType> named = mapping.texts("dispatcher").stream()
                .map(DispatcherType::valueOf)
                .toList();
        List<DispatcherType> types = named.isEmpty() ? List.of(DispatcherType.REQUEST) : named;
        mapping.texts("url-pattern").forEach(url -> types.forEach(type -> info.addFilterUrlMapping(name, url, type)));
        mapping.texts("servlet-name")
                .forEach(servlet -> types.forEach(type -> info.addFilterServletNameMapping(name, servlet, type)));
    }

    private void addErrorPage(Descriptor page) throws ClassNotFoundException {
        String location = page.text("location");
        if (page.optional("error-code").isPresent()) {
            info.addErrorPage(Servlets.errorPage(location, Integer.parseInt(page.text("error-code"))));
        } else if (page.optional("exception-type").isPresent()) {
            info.addErrorPage(Servlets.errorPage(location, type(page.text("exception-type"), Throwable.class)));
        } else {
            info.addErrorPage(Servlets.errorPage(location));
        }
    }

    private <T> Class<? extends T> type(String name, Class<T> as) throws ClassNotFoundException {
        return Class.forName(name, false, loader).asSubclass(as);
    }
}
