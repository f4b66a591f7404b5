/* SPDX-License-Identifier: Apache-2.0 */
/** Sessions, issued tokens and counters in Redis, changed by scripts that run whole or not at all. */
@NullMarked
package io.github.samedoor.store.redis;

import org.jspecify.annotations.NullMarked;
