/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tokens and API keys that were issued, known only by their hashes.
 *
 * <p>A port: every method may throw {@link io.github.samedoor.identity.StoreUnavailableException}. Implementations are
 * thread-safe, and a change is seen by the next call.
 */
public interface TokenRegistry {
    /**
     * Finds a token, live or not.
     *
     * @param hash its hash
     * @return the token, or empty if none was issued with this hash
     */
    Optional<IssuedToken> find(TokenHash hash);

    /**
     * Adds a token.
     *
     * @param token the token
     * @return whether it was added; false if the hash was there before, and then nothing changes
     */
    boolean add(IssuedToken token);

    /**
     * Revokes a token for good.
     *
     * @param hash its hash
     * @param when when
     * @return whether there is such a token
     */
    boolean revoke(TokenHash hash, Instant when);

    /**
     * Lists a user's tokens, revoked and expired ones too.
     *
     * @param owner the user's id
     * @return the tokens, in the order of their making where the store knows it
     */
    List<IssuedToken> ownedBy(String owner);

    /**
     * Lists all tokens, revoked and expired ones too.
     *
     * @return the tokens, in the order of their making where the store knows it
     */
    List<IssuedToken> all();
}
