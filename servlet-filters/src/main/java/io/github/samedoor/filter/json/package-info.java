/* SPDX-License-Identifier: Apache-2.0 */
/** JSON objects that are read strictly; for this module alone. */
@NullMarked
package io.github.samedoor.filter.json;

import org.jspecify.annotations.NullMarked;
