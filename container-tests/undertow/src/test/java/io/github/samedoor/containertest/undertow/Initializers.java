/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.undertow;

import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;

/**
 * Tells Undertow which initializers an application has, and the types that each asks for.
 *
 * @param info what Undertow shall deploy
 * @param index the application's types
 * @param loader the application's class loader
 */
record Initializers(DeploymentInfo info, Index index, ClassLoader loader) {
    void apply() throws ClassNotFoundException {
        List<? extends Class<? extends ServletContainerInitializer>> types =
                ServiceLoader.load(ServletContainerInitializer.class, loader).stream()
                        .map(ServiceLoader.Provider::type)
                        .toList();
        for (Class<? extends ServletContainerInitializer> type : types) {
            info.addServletContainerInitializer(new ServletContainerInitializerInfo(type, handled(type)));
        }
    }

    private Set<Class<?>> handled(Class<?> initializer) throws ClassNotFoundException {
        Set<Class<?>> handled = new HashSet<>();
        HandlesTypes asks = initializer.getAnnotation(HandlesTypes.class);
        if (asks == null) {
            return handled;
        }
        for (Class<?> wanted : asks.value()) {
            DotName name = DotName.createSimple(wanted.getName());
            Collection<ClassInfo> found =
                    wanted.isInterface() ? index.getAllKnownImplementors(name) : index.getAllKnownSubclasses(name);
            for (ClassInfo type : found) {
                handled.add(Class.forName(type.name().toString(), false, loader));
            }
        }
        return handled;
    }
}
