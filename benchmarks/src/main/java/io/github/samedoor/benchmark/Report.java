/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The results, for people and for programs.
 *
 * @param rows the lines of the table
 */
record Report(List<Row> rows) {
    void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        String table = rows.stream().map(Row::markdown).collect(Collectors.joining("\n", Row.heading() + "\n", "\n"));
        Files.writeString(directory.resolve("load.md"), table);
        Files.writeString(directory.resolve("load.json"), json().toPrettyString());
        System.out.print(table);
    }

    private ObjectNode json() {
        ObjectNode report = new ObjectMapper().createObjectNode();
        report.put("java", System.getProperty("java.version"));
        ArrayNode list = report.putArray("rows");
        for (Row row : rows) {
            ObjectNode entry = list.addObject();
            entry.put("container", row.container()).put("what", row.what());
            entry.put("reference", row.reference())
                    .put("measured", row.measured())
                    .put("result", row.result());
            row.target()
                    .ifPresent(target -> entry.put("least", target.least())
                            .put("aim", target.aim())
                            .put("verdict", row.verdict()));
        }
        return report;
    }
}
