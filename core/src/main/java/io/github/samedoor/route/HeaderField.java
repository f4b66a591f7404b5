/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

/**
 * One header line.
 *
 * @param name the field name; compared without regard to case
 * @param value the field value
 */
public record HeaderField(String name, String value) {}
