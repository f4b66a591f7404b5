/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.door;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Registers the programmatic filters of the application that the door is tried on. */
public final class ProgrammaticFilters implements ServletContainerInitializer {
    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        new DoorServlets.Programmatic().onStartup(classes, context);
    }
}
