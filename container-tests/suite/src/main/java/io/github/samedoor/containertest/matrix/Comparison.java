/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.containertest.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every call of a generated application made both ways, and where the two disagree. For one thread. */
public final class Comparison {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOT_OFFERED = "This tool isn't offered";
    private static final String UNPROVEN = "could not be proved";

    private static final List<String> CREDENTIALS = List.of(
            "",
            User.JOE.basicAuthorization(),
            User.ROOT.basicAuthorization(),
            new User("root", "not-the-password", Set.of()).basicAuthorization(),
            "Authorization: Bearer of-nobody");

    private final MatrixPlan plan;
    private final Http http;
    private final Set<String> outcomes = new TreeSet<>();
    private int compared;
    private int notOffered;

    /**
     * Prepares a comparison.
     *
     * @param plan the application
     * @param http where it runs
     */
    public Comparison(MatrixPlan plan, Http http) {
        this.plan = plan;
        this.http = http;
    }

    /**
     * Makes all calls.
     *
     * @param most after how many differences to stop
     * @return the differences in words, empty where direct calls and tool calls agree
     */
    public List<String> differences(int most) {
        List<String> differences = new ArrayList<>();
        for (RoutePlan route : plan.routes()) {
            for (String method : RoutePlan.METHODS) {
                for (String value : route.values()) {
                    for (String credential : CREDENTIALS) {
                        difference(route, method, value, credential).ifPresent(differences::add);
                        if (differences.size() >= most) {
                            return differences;
                        }
                    }
                }
            }
        }
        return differences;
    }

    /**
     * Sends arguments that could be read as another path.
     *
     * @return what wasn't refused before it was dispatched
     */
    public List<String> unrefused() {
        List<String> unrefused = new ArrayList<>();
        for (RoutePlan route : plan.routes()) {
            for (String argument : route.values().get(0).isEmpty() ? List.<String>of() : RoutePlan.ODD_VALUES) {
                HttpAnswer tool = invoke("GET", route, argument, User.ROOT.basicAuthorization());
                boolean withheld = tool.text().contains(NOT_OFFERED);
                if (!withheld && tool.status() != 400) {
                    unrefused.add(
                            "seed " + plan.seed() + ": " + route.template() + " with " + argument + " -> " + tool);
                }
            }
        }
        return unrefused;
    }

    /** Returns how many pairs of calls agreed on an outcome of the route or of a guard. */
    int compared() {
        return compared;
    }

    /** Returns how many calls were turned away because their tool isn't offered. */
    int notOffered() {
        return notOffered;
    }

    /**
     * Returns the statuses that were seen, to show that guards refused and let pass.
     *
     * @return pairs as in {@code 401/401}, of the direct call and of the tool call
     */
    public Set<String> outcomes() {
        return outcomes;
    }

    private Optional<String> difference(RoutePlan route, String method, String value, String credential) {
        String[] headers = credential.isEmpty() ? new String[0] : new String[] {credential};
        HttpAnswer direct = http.send(method, route.path(value), "", headers);
        HttpAnswer tool = invoke(method, route, value, headers);
        String shown = "seed " + plan.seed() + ": " + method + ' ' + route.path(value) + " with '" + credential
                + "'\n  direct " + direct.status() + ' ' + direct.text() + "\n  tool   " + tool.status() + ' '
                + tool.text();
        boolean withheld = tool.text().contains(NOT_OFFERED) || tool.text().contains(UNPROVEN);
        if (withheld) {
            notOffered++;
            return isWithheldRightly(route, value, tool) ? Optional.empty() : Optional.of("withheld: " + shown);
        }
        if (value.equals(RoutePlan.ELSEWHERE) && tool.status() < 300) {
            return Optional.of("arrived elsewhere: " + shown);
        }
        compared++;
        outcomes.add(direct.status() + "/" + tool.status());
        return agree(direct, tool) ? Optional.empty() : Optional.of(shown);
    }

    private HttpAnswer invoke(String method, RoutePlan route, String value, String... headers) {
        return http.postJson(
                "/mcp/invoke",
                "{\"toolName\":\"" + method + '_' + route.template() + "\",\"args\":" + route.arguments(value) + "}",
                headers);
    }

    /** A tool may be withheld where a filter would run by itself at the forward, or where another servlet answers. */
    private boolean isWithheldRightly(RoutePlan route, String value, HttpAnswer tool) {
        return tool.text().contains(NOT_OFFERED)
                ? plan.filters().stream().anyMatch(filter -> filter.mayBeUnprovable(route.servlet()))
                : value.equals(RoutePlan.ELSEWHERE);
    }

    private static boolean agree(HttpAnswer direct, HttpAnswer tool) {
        // A container sends who comes without TLS to another URL, or fails at it; a tool call can only be refused.
        if (direct.status() == 302 || direct.status() == 500) {
            return tool.status() == 403 || tool.status() == 401;
        }
        if (tool.status() != direct.status()) {
            return false;
        }
        JsonNode body = json(direct.text());
        return !body.has("trace") || body.equals(json(tool.text()).path("result"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
