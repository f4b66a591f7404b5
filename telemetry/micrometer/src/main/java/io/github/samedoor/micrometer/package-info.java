/* SPDX-License-Identifier: Apache-2.0 */
/** Tool calls as meters of Micrometer. */
@NullMarked
package io.github.samedoor.micrometer;

import org.jspecify.annotations.NullMarked;
