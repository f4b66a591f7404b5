/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.redis;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.store.SharedStore;
import io.github.samedoor.store.SharedStoreProvider;
import io.github.samedoor.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Opens the store of type {@code redis}.
 *
 * <p>Settings: {@code uri}, {@code prefix} and {@code timeout}. The address is looked up where {@code uri} says:
 * {@code env:REDIS_URI} (an environment variable), {@code file:/run/secrets/redis} (the first line of a file) or
 * {@code jndi:java:comp/env/redis} (a text of the container). It may stand there itself as long as it holds no password.
 * Thread-safe.
 */
public final class RedisStoreProvider implements SharedStoreProvider {
    /** Makes a provider, for {@link java.util.ServiceLoader}. */
    public RedisStoreProvider() {}

    @Override
    public String type() {
        return "redis";
    }

    @Override
    public Set<String> settings() {
        return Set.of("uri", "prefix", "timeout");
    }

    @Override
    public SharedStore open(StoreSettings settings) {
        String where = settings.required("uri", "say where the address is, such as env:REDIS_URI");
        String prefix = settings.text("prefix").orElse(RedisStore.STANDARD_PREFIX);
        return RedisStore.open(new Secret(address(where)), prefix, settings.timeout());
    }

    private static String address(String where) {
        if (where.startsWith("env:")) {
            return Optional.ofNullable(System.getenv(where.substring("env:".length())))
                    .orElseThrow(() -> missing(where, "set this environment variable"));
        }
        if (where.startsWith("file:")) {
            return file(where);
        }
        if (where.startsWith("jndi:")) {
            return jndi(where);
        }
        if (where.contains("@")) {
            throw new IllegalArgumentException("store.uri holds a user or a password, which don't belong in the"
                    + " application's archive: put the address into an environment variable and write env:NAME");
        }
        return where;
    }

    private static String file(String where) {
        try {
            return Files.readString(Path.of(where.substring("file:".length())))
                    .lines()
                    .findFirst()
                    .map(String::strip)
                    .orElseThrow(() -> missing(where, "write the address into this file"));
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("store.uri: the file of '" + where + "' can't be read", e);
        }
    }

    @SuppressWarnings("BanJNDI") // a name of the container's own, from the application's archive
    private static String jndi(String where) {
        if (!where.startsWith("jndi:java:")) {
            throw new IllegalArgumentException(
                    "store.uri: '" + where + "' isn't a name of the container, such as jndi:java:comp/env/redis");
        }
        try {
            if (new InitialContext().lookup(where.substring("jndi:".length())) instanceof String found) {
                return found;
            }
        } catch (NamingException e) {
            throw new IllegalArgumentException(
                    "store.uri: there is nothing of this JNDI name, '" + where + "': declare it in the container", e);
        }
        throw missing(where, "declare a java.lang.String of this name in the container");
    }

    private static IllegalArgumentException missing(String where, String mend) {
        return new IllegalArgumentException("store.uri: there is no address at '" + where + "': " + mend);
    }
}
