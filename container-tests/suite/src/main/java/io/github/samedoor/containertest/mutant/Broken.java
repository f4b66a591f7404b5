/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.mutant;

import io.github.samedoor.mcp.door.container.Container;
import io.github.samedoor.mcp.door.container.FilterMapping;
import io.github.samedoor.mcp.door.container.SecurityConstraint;
import io.github.samedoor.mcp.door.container.UrlPattern;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What the mutants do in the place of the right thing. Each has the signature of the call that it replaces. */
public final class Broken {
    private Broken() {}

    /** Finds no text ambiguous. */
    public static boolean harmless(String text) {
        return false;
    }

    /** Sees only the constraints of descriptors, not those that annotations and code made. */
    public static List<SecurityConstraint> declared(Container container) {
        List<SecurityConstraint> declared = new ArrayList<>();
        for (SecurityConstraint constraint : container.constraints()) {
            if (!constraint.patterns().stream().allMatch(Broken::isOfCode)) {
                declared.add(constraint);
            }
        }
        return declared;
    }

    private static boolean isOfCode(UrlPattern pattern) {
        return List.of("/s/*", "/t/*", "/u/*").contains(pattern.text());
    }

    /** Forwards on a thread of its own. */
    public static void elsewhere(RequestDispatcher dispatcher, ServletRequest request, ServletResponse response)
            throws ServletException, IOException {
        AtomicReference<Exception> failure = new AtomicReference<>();
        Thread other = new Thread(() -> {
            try {
                dispatcher.forward(request, response);
            } catch (ServletException | IOException | RuntimeException e) {
                failure.set(e);
            }
        });
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (failure.get() != null) {
            throw new ServletException(failure.get());
        }
    }

    /** Keeps the filters that the container runs on a forward by itself. */
    public static List<FilterMapping> onlyForward(List<FilterMapping> direct) {
        return direct.stream()
                .filter(mapping -> mapping.appliesTo(DispatcherType.FORWARD))
                .toList();
    }

    /** Keeps the filters that are mapped by URL. */
    public static List<FilterMapping> onlyByUrl(List<FilterMapping> direct) {
        return direct.stream().filter(mapping -> !mapping.patterns().isEmpty()).toList();
    }

    /** Turns the order of the filters round. */
    public static List<FilterMapping> reversed(List<FilterMapping> direct) {
        List<FilterMapping> reversed = new ArrayList<>(direct);
        Collections.reverse(reversed);
        return reversed;
    }
}
