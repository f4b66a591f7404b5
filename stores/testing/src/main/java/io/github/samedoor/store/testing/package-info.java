/* SPDX-License-Identifier: Apache-2.0 */
/** What every store must pass, and the real servers that it is tested on. */
@NullMarked
package io.github.samedoor.store.testing;

import org.jspecify.annotations.NullMarked;
