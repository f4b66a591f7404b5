/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.probe;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebInitParam;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Found by annotation, open to the role {@code admin}.
 *
 * <p>A top-level class, because Jetty doesn't see {@code @ServletSecurity} of a nested one: it compares the canonical name
 * with the binary one.
 */
@WebServlet(urlPatterns = "/annotated/*", initParams = @WebInitParam(name = "colour", value = "green"))
@ServletSecurity(@HttpConstraint(rolesAllowed = "admin"))
public final class Annotated extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("annotated " + getInitParameter("colour"));
    }
}
