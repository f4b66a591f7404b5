/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.samedoor.mcp.door.GuardReport;
import io.github.samedoor.mcp.door.Verdict;
import io.github.samedoor.mcp.wire.HttpReply;
import io.github.samedoor.mcp.wire.JsonText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** {@code GET <path>/guards}: the guard report as JSON or, where the client asks for it, as text. */
final class GuardsPage {
    private GuardsPage() {}

    static HttpReply of(GuardReport report, HttpServletRequest request) {
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        if (accept.toLowerCase(Locale.ROOT).strip().startsWith("text/plain")) {
            String text = report + System.lineSeparator();
            return HttpReply.json(200, text.getBytes(StandardCharsets.UTF_8))
                    .with("Content-Type", "text/plain;charset=UTF-8")
                    .with("Vary", "Accept");
        }
        return HttpReply.json(200, json(report)).with("Vary", "Accept");
    }

    private static byte[] json(GuardReport report) {
        return JsonText.write(4_096, json -> {
            json.writeStartObject();
            json.writeStringField("container", report.container());
            json.writeStringField("selfTest", name(report.selfTest()));
            json.writeArrayFieldStart("tools");
            for (GuardReport.Line line : report.lines()) {
                write(line, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static String name(GuardReport.SelfTest selfTest) {
        return selfTest.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void write(GuardReport.Line line, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("tool", line.tool().name().toString());
        json.writeStringField("route", line.tool().route().toString());
        if (line.constraint().isPresent()) {
            json.writeStringField("constraint", line.constraint().get());
        }
        if (line.verdict() instanceof Verdict.Refused refused) {
            json.writeStringField("verdict", "refused");
            json.writeStringField("reason", refused.reason());
            json.writeStringField("mend", refused.mend());
        } else {
            json.writeStringField("verdict", "offered");
            json.writeArrayFieldStart("filters");
            for (String filter : line.filters()) {
                json.writeString(filter);
            }
            json.writeEndArray();
            json.writeStringField("servlet", line.servlet().orElse(""));
        }
        json.writeEndObject();
    }
}
