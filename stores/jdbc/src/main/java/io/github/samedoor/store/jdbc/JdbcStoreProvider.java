/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import io.github.samedoor.store.SharedStore;
import io.github.samedoor.store.SharedStoreProvider;
import io.github.samedoor.store.StoreSettings;
import java.util.Set;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Opens the store of type {@code jdbc}.
 *
 * <p>Settings: {@code dataSource} (the JNDI name of a {@code DataSource}, such as {@code java:comp/env/jdbc/app}),
 * {@code schema} ({@code apply}, the default, or {@code check}) and {@code timeout}. Thread-safe.
 */
public final class JdbcStoreProvider implements SharedStoreProvider {
    /** Makes a provider, for {@link java.util.ServiceLoader}. */
    public JdbcStoreProvider() {}

    @Override
    public String type() {
        return "jdbc";
    }

    @Override
    public Set<String> settings() {
        return Set.of("dataSource", "schema", "timeout");
    }

    @Override
    public SharedStore open(StoreSettings settings) {
        String name =
                settings.required("dataSource", "name a DataSource of the container, such as java:comp/env/jdbc/app");
        return JdbcStore.open(dataSource(name), settings.timeout(), schema(settings));
    }

    private static JdbcStore.Schema schema(StoreSettings settings) {
        String text = settings.text("schema").orElse("apply");
        return switch (text) {
            case "apply" -> JdbcStore.Schema.APPLY;
            case "check" -> JdbcStore.Schema.CHECK;
            default -> throw new IllegalArgumentException("store.schema is apply or check, not '" + text + "'");
        };
    }

    @SuppressWarnings("BanJNDI") // a name of the container's own, from the application's archive
    private static DataSource dataSource(String name) {
        if (!name.startsWith("java:")) {
            throw new IllegalArgumentException(
                    "store.dataSource is a JNDI name of the container, such as java:comp/env/jdbc/app");
        }
        try {
            if (new InitialContext().lookup(name) instanceof DataSource found) {
                return found;
            }
        } catch (NamingException e) {
            throw new IllegalArgumentException(
                    "store.dataSource: there is nothing of the JNDI name '" + name + "': declare it in the container",
                    e);
        }
        throw new IllegalArgumentException("store.dataSource: '" + name + "' isn't a javax.sql.DataSource");
    }
}
