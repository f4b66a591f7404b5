/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.testing;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.session.RefreshResult;
import io.github.samedoor.session.SessionId;
import io.github.samedoor.session.SessionIssuer;
import io.github.samedoor.session.SessionLifetimes;
import io.github.samedoor.session.SessionStore;
import io.github.samedoor.store.SharedStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A node that refreshes and revokes until it is killed; it is a process of its own.
 *
 * <p>It reads {@code rotate TOKEN} and {@code revoke ID} lines and then {@code go}, and writes {@code rotated CHAIN TOKEN} and
 * {@code revoked ID} once the store has said so. Each chain has a thread, and revocations have one.
 */
public final class RotatingNode {
    private static final Duration LONG = Duration.ofDays(1);

    private RotatingNode() {}

    /** Runs on a store for ever. */
    public static void run(SharedStore store) throws IOException {
        SessionIssuer issuer = issuer(store.sessions());
        List<String> chains = new ArrayList<>();
        List<String> revoked = new ArrayList<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null && !line.equals("go"); line = in.readLine()) {
            String[] words = line.split(" ", 2);
            (words[0].equals("rotate") ? chains : revoked).add(words[1]);
        }
        for (int chain = 0; chain < chains.size(); chain++) {
            int number = chain;
            new Thread(() -> rotate(issuer, number, new Secret(chains.get(number)))).start();
        }
        for (String id : revoked) {
            issuer.revoke(new SessionId(id));
            say("revoked " + id);
        }
    }

    /** Makes an issuer whose grace time is longer than any test. */
    static SessionIssuer issuer(SessionStore store) {
        return new SessionIssuer(
                store,
                id -> Optional.of(new Caller(id, id, Set.of(), Optional.empty())),
                new SessionLifetimes(LONG, LONG, LONG, LONG),
                Clock.systemUTC(),
                new SecureRandom());
    }

    private static void rotate(SessionIssuer issuer, int chain, Secret first) {
        Secret token = first;
        while (true) {
            try {
                if (issuer.refresh(token) instanceof RefreshResult.Rotated rotated) {
                    token = rotated.tokens().refresh();
                    say("rotated " + chain + " " + token.reveal());
                } else {
                    say("refused " + chain);
                    return;
                }
            } catch (StoreUnavailableException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5)); // as a client does: the same token again
            }
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
