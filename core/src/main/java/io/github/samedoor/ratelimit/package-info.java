/* SPDX-License-Identifier: Apache-2.0 */
/** How often: the port behind which calls are counted. */
@NullMarked
package io.github.samedoor.ratelimit;

import org.jspecify.annotations.NullMarked;
