/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.filter.json.JsonEntry;
import io.github.samedoor.store.SharedStore;
import io.github.samedoor.store.SharedStoreProvider;
import io.github.samedoor.store.StoreSettings;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** The member {@code store} of the identity file: its {@code type}, and the settings that this type knows. */
final class StoreEntry {
    private static final String TYPE = "type";

    private StoreEntry() {}

    /** Opens the store that the file names, if it names one. */
    static Optional<SharedStore> open(JsonEntry root, ServletContext context) {
        JsonEntry entry = root.anyEntry("store");
        if (entry.names().isEmpty()) {
            return Optional.empty();
        }
        SharedStoreProvider provider = provider(entry, context);
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : entry.names()) {
            if (!name.equals(TYPE)) {
                requireKnown(entry, name, provider);
                settings.put(name, entry.text(name));
            }
        }
        return Optional.of(provider.open(new StoreSettings(settings)));
    }

    private static SharedStoreProvider provider(JsonEntry entry, ServletContext context) {
        String type = entry.text(TYPE);
        List<String> known = new ArrayList<>();
        for (SharedStoreProvider provider : ServiceLoader.load(SharedStoreProvider.class, context.getClassLoader())) {
            if (provider.type().equals(type)) {
                return provider;
            }
            known.add(provider.type());
        }
        throw new IllegalArgumentException(entry.at(TYPE) + ": no store of type '" + type
                + "' is in the application (there are: " + (known.isEmpty() ? "none" : String.join(", ", known))
                + "): add samedoor-store-jdbc or samedoor-store-redis to its libraries");
    }

    private static void requireKnown(JsonEntry entry, String name, SharedStoreProvider provider) {
        if (!provider.settings().contains(name)) {
            throw new IllegalArgumentException(entry.at(name) + " is unknown; a store of type " + provider.type()
                    + " has: " + String.join(", ", new TreeSet<>(provider.settings())));
        }
    }
}
