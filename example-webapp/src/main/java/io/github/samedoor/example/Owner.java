/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

/**
 * Whose something is: a user within a tenant.
 *
 * @param tenant the tenant's id
 * @param userId the user's id
 */
record Owner(String tenant, long userId) {}
