/* SPDX-License-Identifier: Apache-2.0 */
/** Sessions, issued tokens and counters in any database that has a {@code DataSource}. */
@NullMarked
package io.github.samedoor.store.jdbc;

import org.jspecify.annotations.NullMarked;
