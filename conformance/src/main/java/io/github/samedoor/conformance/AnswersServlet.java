/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.conformance;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Fixtures that only answer; nothing here knows of MCP but one media type. */
final class AnswersServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String TOOL_RESULT = "application/vnd.samedoor.tool-result+json";
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";
    private static final String SILENCE = "UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAAAAA==";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        switch (path) {
            case "/text" -> send(response, "text/plain", "This is a simple text response for testing.");
            case "/image" -> send(response, "image/png", Base64.getDecoder().decode(PIXEL));
            case "/audio" -> send(response, "audio/wav", Base64.getDecoder().decode(SILENCE));
            case "/resource" ->
                send(
                        response,
                        TOOL_RESULT,
                        "{\"content\":["
                                + resource(
                                        "test://embedded-resource",
                                        "text/plain",
                                        "This is an embedded resource content.")
                                + "]}");
            case "/mixed" ->
                send(
                        response,
                        TOOL_RESULT,
                        "{\"content\":[{\"type\":\"text\",\"text\":"
                                + "\"Multiple content types test:\"},{\"type\":\"image\",\"data\":\"" + PIXEL
                                + "\",\"mimeType\":\"image/png\"},"
                                + resource(
                                        "test://mixed-content-resource",
                                        "application/json",
                                        "{\\\"test\\\":\\\"data\\\",\\\"value\\\":123}")
                                + "]}");
            case "/error" -> {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                send(response, "text/plain", "This tool intentionally returns an error for testing");
            }
            case "/static-text" -> send(response, "text/plain", "This is the content of the static text resource.");
            case "/region" -> send(response, "text/plain", "Region: " + request.getParameter("region"));
            case "/watched" -> send(response, "text/plain", "Watched resource content.");
            default -> other(path, response);
        }
    }

    private static void other(String path, HttpServletResponse response) throws IOException {
        if (path.startsWith("/template/")) {
            String id = path.substring("/template/".length());
            send(
                    response,
                    "application/json",
                    "{\"id\":\"" + id.replaceAll("[^A-Za-z0-9_-]", "") + "\","
                            + "\"templateTest\":true,\"data\":\"Data for ID: "
                            + id.replaceAll("[^A-Za-z0-9_-]", "") + "\"}");
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String resource(String uri, String type, String text) {
        return "{\"type\":\"resource\",\"resource\":{\"uri\":\"" + uri + "\",\"mimeType\":\"" + type + "\",\"text\":\""
                + text + "\"}}";
    }

    private static void send(HttpServletResponse response, String type, String text) throws IOException {
        send(response, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(body);
    }
}
