/* SPDX-License-Identifier: Apache-2.0 */
/** The core at the door of an application: one servlet filter for each concern, each useful alone. */
@NullMarked
package io.github.samedoor.filter;

import org.jspecify.annotations.NullMarked;
