/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The init-params of one filter; a name that the filter doesn't know is refused, so that no typing error opens a door. */
final class InitParameters {
    private final FilterConfig config;

    InitParameters(FilterConfig config, Set<String> known) {
        this.config = config;
        for (String name : Collections.list(config.getInitParameterNames())) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("the init-param '" + name + "' is unknown; there are: "
                        + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    ServletContext context() {
        return config.getServletContext();
    }

    String filterName() {
        return config.getFilterName();
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(config.getInitParameter(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    List<String> list(String name) {
        return text(name).stream()
                .flatMap(text -> List.of(text.split(",", -1)).stream())
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Returns one of some values; the first is the default. */
    <T> T choice(String name, List<Map.Entry<String, T>> values) {
        String text = text(name).orElse(values.get(0).getKey());
        return values.stream()
                .filter(value -> value.getKey().equals(text))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the init-param '" + name + "' is one of "
                        + String.join(
                                ", ", values.stream().map(Map.Entry::getKey).toList()) + ", not '" + text + "'"));
    }
}
