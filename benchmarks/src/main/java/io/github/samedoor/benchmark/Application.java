/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.McpServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;

/**
 * The application that is measured: one route behind one filter, offered as a tool among others.
 *
 * @param tools how many tools it offers; 0 for an application without our MCP endpoint
 * @param sdk whether it has the endpoints of the official SDK
 */
record Application(int tools, boolean sdk) {
    /** The tool that calls go to; it is the last one, so that a search through a list would show. */
    static final String TOOL = "read_order";

    boolean hasDoor() {
        return tools > 0;
    }

    /** Registers what the application is made of, in any container. */
    void register(ServletContext context) {
        context.addServlet("orders", new OrdersServlet()).addMapping("/api/orders/*");
        context.addServlet("figures", new FiguresServlet()).addMapping("/figures");
        context.addFilter("key", new KeyFilter())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/api/*");
        if (hasDoor()) {
            ServletRegistration.Dynamic endpoint = context.addServlet("mcp", McpServlet.class);
            endpoint.setLoadOnStartup(1);
            endpoint.setAsyncSupported(true);
            endpoint.setInitParameter("max-calls-per-caller", "256"); // all connections are one caller here
            endpoint.addMapping("/mcp/*");
        }
    }

    /** Writes the application's files to a directory. */
    void writeTo(Path directory) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode file = mapper.createObjectNode();
        ArrayNode list = file.putArray("tools");
        for (int i = 1; i < tools; i++) {
            add(list, "/api/orders/{id}/part" + i, "read_part_" + i);
        }
        add(list, "/api/orders/{id}", TOOL);
        try {
            Files.createDirectories(directory.resolve("WEB-INF"));
            mapper.writeValue(directory.resolve("WEB-INF/mcp-tools.json").toFile(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ArrayNode list, String path, String name) {
        ObjectNode tool = list.addObject();
        tool.put("method", "GET").put("path", path).put("name", name);
        tool.put("description", "Reads one order, with its customer, its total and what is still to be delivered.");
        ObjectNode id = tool.putObject("parameters").putObject("id");
        id.put("in", "path").put("description", "Which order");
        id.putObject("schema").put("type", "integer").put("minimum", 1);
    }
}
