/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

/**
 * What a route may see of the caller beyond the carried header lines.
 *
 * @param user whether it sees the user that the container knows
 * @param cookies whether it sees the caller's cookies and session, instead of a session that lives as long as the call
 */
public record CallerView(boolean user, boolean cookies) {}
