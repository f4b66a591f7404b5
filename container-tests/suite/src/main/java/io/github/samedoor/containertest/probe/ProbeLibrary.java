/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.probe;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the probe application has in a jar of {@code WEB-INF/lib}. */
final class ProbeLibrary {
    private ProbeLibrary() {}

    /** Adds a servlet that tells which servlet classes the container found. */
    @HandlesTypes(HttpServlet.class)
    public static final class Initializer implements ServletContainerInitializer {
        @Override
        public void onStartup(@Nullable Set<Class<?>> types, ServletContext context) {
            TreeSet<String> names = new TreeSet<>();
            if (types != null) {
                types.forEach(type -> names.add(type.getSimpleName()));
            }
            context.addServlet("initialized", new Text("initialized " + names)).addMapping("/initialized");
        }
    }

    /** Named in the web fragment. */
    public static final class Fragment extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("fragment " + getServletContext().getAttribute("started"));
        }
    }

    /** Answers the same text always. */
    static final class Text extends HttpServlet {
        private static final long serialVersionUID = 1;
        private final String text;

        Text(String text) {
            this.text = text;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(text);
        }
    }
}
