/* SPDX-License-Identifier: Apache-2.0 */
/** Who calls: callers, their roles and tenants, and the roles that other roles imply. */
@NullMarked
package io.github.samedoor.identity;

import org.jspecify.annotations.NullMarked;
