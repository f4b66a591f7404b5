/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.settings.EndpointSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** Gets the secret that seals what travels through clients: from a file that all nodes have, or made for this start. */
final class StateKey {
    private static final int LEAST = 32;
    private static final int MOST = 4_096;

    private StateKey() {}

    /**
     * Makes the seals of an endpoint.
     *
     * @param settings name the file, if there is one; without it, what was sealed before this start is void
     * @param clock tells when a seal expires
     * @throws IllegalArgumentException if the file can't be used; the message names it and the mend
     */
    static SealedState seals(EndpointSettings settings, Clock clock) {
        return new SealedState(settings.keyFile().map(StateKey::read).orElseGet(StateKey::random), clock);
    }

    private static byte[] read(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] key = in.readNBytes(MOST + 1);
            if (key.length < LEAST || key.length > MOST) {
                throw unusable(file, "holds " + (key.length < LEAST ? "too little" : "too much"));
            }
            return key;
        } catch (IOException e) {
            throw unusable(file, "can't be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static IllegalArgumentException unusable(String file, String problem) {
        return new IllegalArgumentException("The key file " + file + " of the init-param key-file " + problem
                + ": put " + LEAST + " to " + MOST + " secret bytes into it, as 'openssl rand -base64 48' makes them,"
                + " and let only the server read it");
    }

    private static byte[] random() {
        byte[] key = new byte[LEAST];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
