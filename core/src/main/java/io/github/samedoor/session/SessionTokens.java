/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.session;

import io.github.samedoor.credential.Secret;
import java.time.Duration;

/**
 * What a login or a refresh hands to the client, once.
 *
 * @param id which login
 * @param access the access token, for the Authorization header
 * @param refresh the refresh token, for the next refresh and nothing else
 * @param expiresIn how long the access token lasts from now
 */
public record SessionTokens(SessionId id, Secret access, Secret refresh, Duration expiresIn) {}
