/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.token;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A registry in this process, gone when it ends; thread-safe. */
public final class InMemoryTokenRegistry implements TokenRegistry {
    private final Map<TokenHash, IssuedToken> byHash = new ConcurrentHashMap<>();
    private final List<TokenHash> order = new CopyOnWriteArrayList<>();

    /** Makes an empty registry. */
    public InMemoryTokenRegistry() {}

    /**
     * Makes a registry of tokens that are known already.
     *
     * @param tokens the tokens
     */
    public InMemoryTokenRegistry(Collection<IssuedToken> tokens) {
        tokens.forEach(this::add);
    }

    @Override
    public Optional<IssuedToken> find(TokenHash hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    @Override
    public boolean add(IssuedToken token) {
        boolean added = byHash.putIfAbsent(token.hash(), token) == null;
        if (added) {
            order.add(token.hash());
        }
        return added;
    }

    @Override
    public boolean revoke(TokenHash hash, Instant when) {
        return byHash.computeIfPresent(hash, (key, token) -> token.revokedAt(when)) != null;
    }

    @Override
    public List<IssuedToken> ownedBy(String owner) {
        return all().stream().filter(token -> token.owner().equals(owner)).toList();
    }

    @Override
    public List<IssuedToken> all() {
        return order.stream().flatMap(hash -> find(hash).stream()).toList();
    }
}
