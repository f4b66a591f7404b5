/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.container;

/**
 * One mapping of a servlet, as the container holds it; the container's own default servlet among them.
 *
 * @param servletName the servlet's name
 * @param pattern the pattern
 */
public record ServletMapping(String servletName, UrlPattern pattern) {}
