/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.container;

/**
 * How the container authenticates for its constraints.
 *
 * @param method the method of {@code login-config}, such as {@code BASIC}; empty where there is none
 * @param realm the realm's name, for a challenge
 * @param deniesUncovered whether a method that no constraint of a constrained path covers is denied
 */
public record LoginConfig(String method, String realm, boolean deniesUncovered) {}
