/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.token;

import io.github.samedoor.identity.Tenant;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens by which tenants are named, known only by their hashes: a port.
 *
 * <p>A tenant's token says for whom a call is, never who calls. Implementations are thread-safe and may throw {@link
 * io.github.samedoor.identity.StoreUnavailableException}.
 */
@FunctionalInterface
public interface TenantTokens {
    /**
     * Finds the tenant of a token.
     *
     * @param hash the token's hash
     * @return the tenant, or empty if no tenant has this token
     */
    Optional<Tenant> tenant(TokenHash hash);

    /**
     * Returns tenant tokens that never change.
     *
     * @param tenants the tenants by the hash of their token
     * @return the tokens
     */
    static TenantTokens of(Map<TokenHash, Tenant> tenants) {
        Map<TokenHash, Tenant> copy = Map.copyOf(tenants);
        return hash -> Optional.ofNullable(copy.get(hash));
    }
}
