/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.binding.Binding;
import io.github.samedoor.mcp.door.Door;
import io.github.samedoor.mcp.door.Passage;
import io.github.samedoor.mcp.feature.BoundRoute;
import io.github.samedoor.mcp.feature.Features;
import io.github.samedoor.mcp.feature.Prompt;
import io.github.samedoor.mcp.feature.Resource;
import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.result.Result;
import io.github.samedoor.mcp.result.ResultMapper;
import io.github.samedoor.mcp.revision.Operation;
import io.github.samedoor.mcp.revision.Revision;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.RawJson;
import io.github.samedoor.route.PathText;
import io.github.samedoor.route.RouteCall;
import io.github.samedoor.tool.Tool;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers what is asked about resources and prompts, the routes of which are passed to by the same door as tools.
 *
 * <p>Immutable and thread-safe.
 */
final class FeatureAnswers {
    private static final int MOST_VALUES = 100;

    private final Features features;
    private final Door door;
    private final ToolCalls calls;
    private final ResultMapper results;
    private final boolean perCaller;

    /**
     * Makes the answers.
     *
     * @param features what is offered
     * @param door passes to the routes behind it
     * @param calls gives the routes their call
     * @param results maps what they answer
     * @param perCaller whether callers see different lists
     */
    FeatureAnswers(Features features, Door door, ToolCalls calls, ResultMapper results, boolean perCaller) {
        this.features = features;
        this.door = door;
        this.calls = calls;
        this.results = results;
        this.perCaller = perCaller;
    }

    /** Lists what a caller may know of; the lists are written by hand, so one page holds them. */
    Answer list(Operation.ListFeatures list, Revision revision, Predicate<Tool> visible) {
        if (list.cursor().isPresent()) {
            return Answer.failed(Fault.INVALID_PARAMS, "The cursor isn't one that an earlier page gave: begin anew");
        }
        boolean prompts = list.kind() == Operation.Kind.PROMPTS;
        boolean templates = list.kind() == Operation.Kind.TEMPLATES;
        List<RawJson> entries = new ArrayList<>();
        if (prompts) {
            features.prompts().stream()
                    .filter(prompt -> isVisible(prompt, visible))
                    .forEach(prompt -> entries.add(entry(prompt.entry(), revision)));
        } else {
            features.resources().stream()
                    .filter(resource -> resource.isTemplate() == templates)
                    .filter(resource -> visible.test(resource.route().tool()))
                    .forEach(resource -> entries.add(entry(resource.entry(), revision)));
        }
        String member = prompts ? "prompts" : templates ? "resourceTemplates" : "resources";
        return new Answer.Done(new Result.Page(member, entries, Optional.empty(), perCaller));
    }

    /** Reads a resource from its route. */
    Answer read(Operation.ReadResource read, Exchange exchange) {
        Optional<Asked> asked = find(read.uri());
        if (asked.isEmpty()) {
            return results.unknownResource(read.uri());
        }
        return calls.begin("resources/read " + read.uri(), asked.get().arguments(), read.client(), exchange)
                .map(live -> pass(
                        live,
                        asked.get().route(),
                        asked.get().call(),
                        exchange,
                        passage -> results.mapResource(passage, read.uri())))
                .orElseGet(ToolCalls::forged);
    }

    /** Returns what a caller is answered who may not read a resource, or empty for one who may. */
    Optional<Answer> barrier(String uri, Exchange exchange) {
        Optional<Asked> asked = find(uri);
        if (asked.isEmpty()) {
            return Optional.of(results.unknownResource(uri));
        }
        Passage passage =
                door.pass(asked.get().route().tool(), asked.get().call(), exchange.http(), exchange.response());
        Answer answer = results.mapResource(passage, uri);
        boolean readable = answer instanceof Answer.Done done && done.result() instanceof Result.Contents;
        return readable ? Optional.empty() : Optional.of(answer);
    }

    private record Asked(BoundRoute route, ObjectNode arguments, RouteCall call) {}

    private Optional<Asked> find(String uri) {
        for (Resource resource : features.resources()) {
            Optional<ObjectNode> arguments = resource.template().match(uri);
            if (arguments.isPresent()) {
                return resource.route().bind(arguments.get()) instanceof Binding.Bound bound
                        ? Optional.of(new Asked(resource.route(), arguments.get(), bound.call()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Answer pass(
            LiveToolCall live, BoundRoute route, RouteCall call, Exchange exchange, Function<Passage, Answer> result) {
        Passage passage = calls.during(
                live,
                exchange,
                underWay -> door.pass(route.tool(), call, exchange.http(), exchange.response(), underWay));
        return calls.settle(live, passage, result.apply(passage));
    }

    /** Fills a prompt, or has its route write it. */
    Answer get(Operation.GetPrompt get, Exchange exchange) {
        Optional<Prompt> found = features.prompt(get.name());
        if (found.isEmpty()) {
            return Answer.failed(Fault.INVALID_PARAMS, "Unknown prompt: " + PathText.printable(get.name()));
        }
        Prompt prompt = found.get();
        Optional<String> missing = prompt.missing(get.arguments());
        if (missing.isPresent()) {
            return Answer.failed(Fault.INVALID_PARAMS, "The prompt's argument '" + missing.get() + "' is missing");
        }
        String description = prompt.entry().path("description").asText();
        if (prompt.route().isEmpty()) {
            return new Answer.Done(new Result.PromptMessages(description, prompt.fill(get.arguments())));
        }
        BoundRoute route = prompt.route().get();
        Binding binding = route.bind(get.arguments());
        return binding instanceof Binding.Bound bound
                ? calls.begin("prompts/get " + get.name(), get.arguments(), get.client(), exchange)
                        .map(live -> pass(
                                live,
                                route,
                                bound.call(),
                                exchange,
                                passage -> results.mapPrompt(passage, description)))
                        .orElseGet(ToolCalls::forged)
                : Answer.failed(Fault.INVALID_PARAMS, ((Binding.Refused) binding).message());
    }

    /** Completes an argument from the values that are declared for it, where the caller may know of it. */
    Answer complete(Operation.Complete complete, Predicate<Tool> visible) {
        Optional<Map<String, List<String>>> values = complete.prompt()
                ? features.prompt(complete.owner())
                        .filter(prompt -> isVisible(prompt, visible))
                        .map(Prompt::values)
                : features.resources().stream()
                        .filter(resource -> resource.template().text().equals(complete.owner()))
                        .filter(resource -> visible.test(resource.route().tool()))
                        .map(Resource::values)
                        .findFirst();
        if (values.isEmpty()) {
            return Answer.failed(Fault.INVALID_PARAMS, "There is nothing here by that 'ref'");
        }
        List<String> fitting = values.get().getOrDefault(complete.argument(), List.of()).stream()
                .filter(value -> value.startsWith(complete.value()))
                .toList();
        List<String> first = fitting.subList(0, Math.min(MOST_VALUES, fitting.size()));
        return new Answer.Done(new Result.Completion(first, fitting.size()));
    }

    private static boolean isVisible(Prompt prompt, Predicate<Tool> visible) {
        return prompt.route().map(BoundRoute::tool).filter(visible.negate()).isEmpty();
    }

    private static RawJson entry(ObjectNode entry, Revision revision) {
        ObjectNode shown = revision.hasTitles() ? entry : entry.deepCopy().without("title");
        return RawJson.of(shown.toString().getBytes(StandardCharsets.UTF_8));
    }
}
