/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import io.github.samedoor.mcp.door.relay.GuardChain.Guard;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The slots of an application: registered when it starts, each then given one chain of the application's filters.
 *
 * <p>Filters are mapped to slots while the application starts and never later, because a container may show a half-changed
 * list to requests that are under way. Chains that are alike share a slot. Used by the starting thread, then only read.
 */
public final class Slots {
    /** The most slots that are registered where the operator names no number. */
    public static final int DEFAULT_COUNT = 32;

    private final ServletContext context;
    private final int count;
    private final boolean splitByOrigin;
    private final Map<List<Guard>, SlotChain> chains = new HashMap<>();
    private final List<List<String>> wanted = new ArrayList<>();
    private boolean frozen;

    Slots(ServletContext context, int count, boolean splitByOrigin) {
        this.context = context;
        this.count = count;
        this.splitByOrigin = splitByOrigin;
    }

    /** Gives a chain its slots, those of an equal chain where there is one. */
    SlotChain carry(GuardChain chain) throws UnprovableChainException {
        SlotChain known = chains.get(chain.filters());
        if (known != null) {
            return known;
        }
        if (frozen) {
            throw new UnprovableChainException(
                    "a filter on its path was registered after the application had started",
                    "register it before the application has started, or restart the application");
        }
        List<List<Guard>> stages = stages(chain.filters());
        if (wanted.size() + stages.size() > count) {
            throw new UnprovableChainException(
                    "all " + count + " slots carry other chains of filters",
                    "set the context parameter samedoor.slots to more than " + count);
        }
        List<Slot> slots = new ArrayList<>();
        for (List<Guard> stage : stages) {
            slots.add(map(stage, new Slot(wanted.size())));
        }
        SlotChain made = new SlotChain(slots);
        chains.put(chain.filters(), made);
        return made;
    }

    /** Ends the mapping: from here on, chains that no slot carries are refused. */
    void freeze() {
        frozen = true;
    }

    /** Finds the slots that carry a chain. */
    Optional<SlotChain> find(GuardChain chain) {
        return Optional.ofNullable(chains.get(chain.filters()));
    }

    /** Returns what each used slot has to hold, by its number. */
    List<List<String>> wanted() {
        return List.copyOf(wanted);
    }

    private Slot map(List<Guard> stage, Slot slot) throws UnprovableChainException {
        for (Guard guard : stage) {
            registration(guard.filterName())
                    .addMappingForServletNames(EnumSet.of(DispatcherType.FORWARD), true, slot.servletName());
        }
        registration(slot.proofName())
                .addMappingForServletNames(EnumSet.of(DispatcherType.FORWARD), true, slot.servletName());
        wanted.add(
                Registrations.wanted(slot, stage.stream().map(Guard::filterName).toList()));
        return slot;
    }

    private FilterRegistration registration(String filter) throws UnprovableChainException {
        FilterRegistration registration = context.getFilterRegistration(filter);
        if (registration == null) {
            throw new UnprovableChainException(
                    "the filter " + filter
                            + " belongs to the server, not to the application, and can't be mapped again",
                    "register it with the application, in web.xml");
        }
        return registration;
    }

    /** Cuts a chain where a declared filter follows a programmatic one: only there would a container reorder it. */
    private List<List<Guard>> stages(List<Guard> guards) {
        List<List<Guard>> stages = new ArrayList<>();
        List<Guard> stage = new ArrayList<>();
        boolean programmatic = false;
        for (Guard guard : guards) {
            if (splitByOrigin && guard.declared() && programmatic) {
                stages.add(stage);
                stage = new ArrayList<>();
                programmatic = false;
            }
            stage.add(guard);
            programmatic |= !guard.declared();
        }
        stages.add(stage);
        return stages;
    }
}
