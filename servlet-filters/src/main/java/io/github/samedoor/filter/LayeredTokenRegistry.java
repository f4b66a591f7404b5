/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.token.IssuedToken;
import io.github.samedoor.token.TokenHash;
import io.github.samedoor.token.TokenRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The tokens of a file that nobody writes to, together with those of a store that are issued and revoked at run time.
 *
 * <p>What the store says of a token wins: a token of the file that was revoked is in the store too, as revoked. One that is
 * taken out of the file is gone, unless it was revoked before. Thread-safe.
 *
 * @param file the tokens of the file
 * @param store the tokens of the store
 */
record LayeredTokenRegistry(TokenRegistry file, TokenRegistry store) implements TokenRegistry {
    @Override
    public Optional<IssuedToken> find(TokenHash hash) {
        return store.find(hash).or(() -> file.find(hash));
    }

    @Override
    public boolean add(IssuedToken token) {
        return file.find(token.hash()).isEmpty() && store.add(token);
    }

    @Override
    public boolean revoke(TokenHash hash, Instant when) {
        if (store.revoke(hash, when)) {
            return true;
        }
        Optional<IssuedToken> configured = file.find(hash);
        return configured.isPresent() && (store.add(configured.get().revokedAt(when)) || store.revoke(hash, when));
    }

    @Override
    public List<IssuedToken> ownedBy(String owner) {
        return merged(token -> token.owner().equals(owner));
    }

    @Override
    public List<IssuedToken> all() {
        return merged(token -> true);
    }

    private List<IssuedToken> merged(Predicate<IssuedToken> condition) {
        List<IssuedToken> stored = store.all();
        List<IssuedToken> all = new ArrayList<>();
        for (IssuedToken configured : file.all()) {
            all.add(stored.stream()
                    .filter(token -> token.hash().equals(configured.hash()))
                    .findFirst()
                    .orElse(configured));
        }
        stored.stream().filter(token -> file.find(token.hash()).isEmpty()).forEach(all::add);
        return all.stream().filter(condition).toList();
    }
}
