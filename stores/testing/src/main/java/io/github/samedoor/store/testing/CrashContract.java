/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.session.RefreshResult;
import io.github.samedoor.session.Session;
import io.github.samedoor.session.SessionId;
import io.github.samedoor.session.SessionIssuer;
import io.github.samedoor.session.SessionTokens;
import io.github.samedoor.store.SharedStore;
import io.github.samedoor.token.TokenHash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is left in a store when a node, or the store's server, is killed in the middle of refreshes and revocations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CrashContract {
    private static final int NODE_KILLS = Integer.getInteger("samedoor.kills", 200);
    private static final int SERVER_KILLS = Math.max(1, NODE_KILLS / 20);
    private static final int CHAINS = 4;
    private static final int REVOCATIONS = 5;

    /** Where each kill falls; the seed is told by a failure. */
    private final long seed = System.nanoTime();

    private final Random random = new Random(seed);
    private final List<SessionId> ids = new ArrayList<>();
    private final List<Secret> tokens = new ArrayList<>();
    private final Set<SessionId> revoked = new HashSet<>();

    /** Returns the store as this process sees it. */
    protected abstract SharedStore store();

    /** Returns a class whose main method runs a {@link RotatingNode} on the store of the address it is given. */
    protected abstract Class<?> node();

    /** Returns the address of the store. */
    protected abstract String address();

    /** Kills the server and starts it again. */
    protected abstract void crashServer();

    @Test
    void oneTokenOfEachChainOutlivesAKilledNodeAndNoRevokedOneDoes() {
        startChains();
        int moved = 0;
        NodeProcess next = NodeProcess.start(node(), address());
        for (int kill = 1; kill <= NODE_KILLS; kill++) {
            try (NodeProcess node = next) {
                next = NodeProcess.start(node(), address()); // starts while this one works
                node.begin(work());
                node.await(1 + random.nextInt(40));
                moved += check(node.kill());
            }
        }
        next.close();
        assertThat(
                "kills that fell between the store's step and the answer, of " + NODE_KILLS, moved, is(greaterThan(0)));
        assertNoneRevived();
    }

    @Test
    void oneTokenOfEachChainOutlivesAKilledServerAndNoRevokedOneDoes() {
        startChains();
        for (int kill = 1; kill <= SERVER_KILLS; kill++) {
            try (NodeProcess node = NodeProcess.start(node(), address())) {
                node.begin(work());
                node.await(1 + random.nextInt(40));
                crashServer();
                node.await(10 * CHAINS); // the node finds the server again by itself
                check(node.kill());
            }
        }
        assertNoneRevived();
    }

    private void startChains() {
        ids.clear();
        tokens.clear();
        for (int chain = 0; chain < CHAINS; chain++) {
            SessionTokens first = issuer().issue("chain");
            ids.add(first.id());
            tokens.add(first.refresh());
        }
    }

    private List<String> work() {
        List<String> work = new ArrayList<>();
        tokens.forEach(token -> work.add("rotate " + token.reveal()));
        for (int i = 0; i < REVOCATIONS; i++) {
            work.add("revoke " + issuer().issue("revoked").id());
        }
        return work;
    }

    /** Checks what a node left behind; answers how many refreshes were done that it didn't live to tell of. */
    private int check(List<String> said) {
        for (String line : said) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("rotated")
                    && words.length == 3
                    && words[2].length() == tokens.get(0).reveal().length()) {
                tokens.set(Integer.parseInt(words[1]), new Secret(words[2]));
            } else if (words[0].equals("revoked") && words[1].length() == 32) {
                revoked.add(new SessionId(words[1]));
            } else {
                assertThat("a node said: " + line, words[0].equals("refused"), is(false));
            }
        }
        int moved = 0;
        for (int chain = 0; chain < CHAINS; chain++) {
            moved += checkChain(chain);
        }
        return moved;
    }

    /** The last token that the node told of lives, or the one after it; then the chain goes on. */
    private int checkChain(int chain) {
        Secret last = tokens.get(chain);
        Session session = find(ids.get(chain)).orElseThrow();
        boolean oldLives = session.refresh().equals(TokenHash.of(last));
        boolean newLives = session.lastRotation()
                .filter(rotation -> rotation.spent().equals(TokenHash.of(last)))
                .isPresent();
        assertThat("one of both, seed " + seed, oldLives ^ newLives, is(true));
        RefreshResult result = issuer().refresh(last);
        assertThat("seed " + seed, result, instanceOf(RefreshResult.Rotated.class));
        SessionTokens next = ((RefreshResult.Rotated) result).tokens();
        assertThat("seed " + seed, issuer().find(next.access()).isPresent(), is(true));
        tokens.set(chain, next.refresh());
        return newLives ? 1 : 0;
    }

    private void assertNoneRevived() {
        assertThat("revocations that were told of", revoked.size(), is(greaterThan(0)));
        for (SessionId id : revoked) {
            assertThat("seed " + seed, store().sessions().find(id), is(Optional.empty()));
        }
        for (int chain = 0; chain < CHAINS; chain++) {
            issuer().revoke(ids.get(chain));
            assertThat(
                    issuer().refresh(tokens.get(chain)), is(new RefreshResult.Refused(RefreshResult.Reason.UNKNOWN)));
        }
    }

    /** After a kill of the server this process has to find it again too. */
    private Optional<Session> find(SessionId id) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (true) {
            try {
                return store().sessions().find(id);
            } catch (StoreUnavailableException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    private SessionIssuer issuer() {
        return RotatingNode.issuer(store().sessions());
    }
}
