/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.settings;

import io.github.samedoor.route.PathText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads init-params one by one, collects what is wrong with them, and knows at the end which ones nobody asked for. */
final class InitParameters {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,]+");

    private final Map<String, String> values;
    private final TreeSet<String> known = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    InitParameters(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Returns a text, or what holds without one. */
    String text(String name, String fallback) {
        return find(name).orElse(fallback);
    }

    /** Returns a text of a form, where there is one. */
    Optional<String> text(String name, Predicate<String> form, String mend) {
        Optional<String> value = find(name);
        if (value.isPresent() && !form.test(value.get())) {
            problem(name, mend);
            return Optional.empty();
        }
        return value;
    }

    /** Returns a whole number within bounds, or what holds without one. */
    int number(String name, int fallback, int least, int most) {
        Optional<String> value = find(name);
        if (value.isEmpty()) {
            return fallback;
        }
        boolean digits = value.get().matches("[0-9]{1,10}");
        long number = digits ? Long.parseLong(value.get()) : -1;
        if (number < least || number > most) {
            problem(name, "write a whole number from " + least + " to " + most);
            return fallback;
        }
        return (int) number;
    }

    /** Returns the entries of a list that is separated by commas or white space. */
    List<String> list(String name, Predicate<String> form, String mend) {
        List<String> entries = find(name).stream()
                .flatMap(value -> Arrays.stream(SEPARATORS.split(value.strip(), -1)))
                .filter(entry -> !entry.isEmpty())
                .toList();
        if (!entries.stream().allMatch(form)) {
            problem(name, mend);
            return List.of();
        }
        return entries;
    }

    /** Returns everything that is wrong: malformed values first, then names that don't exist. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        for (String name : new TreeSet<>(values.keySet())) {
            if (!known.contains(name)) {
                all.add("There is no init-param '" + PathText.printable(name) + "': use one of "
                        + String.join(", ", known) + ", or remove it");
            }
        }
        return all;
    }

    private Optional<String> find(String name) {
        known.add(name);
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private void problem(String name, String mend) {
        problems.add("The init-param '" + name + "' is '" + PathText.printable(values.getOrDefault(name, "")) + "': "
                + mend);
    }
}
