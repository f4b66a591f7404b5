/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.tool.ToolCatalog;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file in which an application names the routes that it offers as tools.
 *
 * <pre>{@code
 * {
 *   "tools": [
 *     {
 *       "method": "GET",
 *       "path": "/user/notes/{id}",
 *       "title": "Read a note",
 *       "description": "One of the caller's own notes, with title, text and tags.",
 *       "parameters": {
 *         "id": { "in": "path", "schema": { "type": "integer" }, "description": "Which note" }
 *       }
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p>A tool has {@code method}, {@code path} and {@code description}; and, where wanted, {@code name} (over MCP; else it is
 * derived), {@code title}, {@code parameters}, {@code servedBy} (the servlet or filter that must serve the route) and
 * {@code $defs} (schemas that those of its parameters refer to). A parameter has {@code in} ({@code path}, {@code query},
 * {@code header}, {@code body} for one property of a JSON body, or {@code whole-body}) and {@code schema}; and, where
 * wanted, {@code required} (else true in a path and false elsewhere) and {@code description}.
 *
 * <p>The file is read strictly, and everything that is wrong with it is told at once. Stateless and thread-safe.
 */
public final class ToolsFile {
    /** Where the file is unless the application says otherwise. */
    public static final String DEFAULT_RESOURCE = "/WEB-INF/mcp-tools.json";

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private ToolsFile() {}

    /**
     * Reads the tools file of an application.
     *
     * @param context the application
     * @param resource the file's path inside it, such as {@link #DEFAULT_RESOURCE}
     * @return the catalogue of its tools
     * @throws ToolsFileException if the file isn't there or anything in it is wrong; the message names all of it
     */
    public static ToolCatalog read(ServletContext context, String resource) {
        try (InputStream in = context.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ToolsFileException(
                        resource,
                        List.of("it isn't in the application: create it, with"
                                + " {\"tools\": []} to begin with, or name another file"));
            }
            return parse(resource, in.readAllBytes());
        } catch (IOException e) {
            throw new ToolsFileException(resource, List.of("it can't be read: " + e.getMessage()));
        }
    }

    /** Reads the bytes of a file. */
    static ToolCatalog parse(String file, byte[] bytes) {
        String text = decode(file, bytes);
        Problems problems = new Problems();
        JsonTree tree = new JsonTree(problems);
        List<ToolDraft> drafts =
                tree.read(text).map(root -> drafts(root, tree, problems)).orElse(List.of());
        Optional<ToolCatalog> catalog =
                problems.count() == 0 ? problems.attempt(() -> CatalogMerge.merge(drafts)) : Optional.empty();
        return catalog.orElseThrow(() -> new ToolsFileException(file, problems.sentences()));
    }

    private static List<ToolDraft> drafts(JsonNode root, JsonTree tree, Problems problems) {
        Fields fields = Fields.of(root, List.of("tools"), "the file", problems);
        fields.requirePresent("tools", "write {\"tools\": [...]}");
        List<ToolDraft> drafts = new ArrayList<>();
        Claims claims = new Claims();
        fields.array("tools").ifPresent(entries -> {
            for (int i = 0; i < entries.size(); i++) {
                JsonNode entry = entries.get(i);
                String label = ToolEntry.label(entry, i) + tree.line(entry);
                ToolEntry.read(entry, claims.by("tools[" + i + "]"), problems.in(label))
                        .ifPresent(drafts::add);
            }
        });
        return drafts;
    }

    private static String decode(String file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ToolsFileException(file, List.of("it isn't UTF-8: save it in that encoding"));
        }
    }
}
