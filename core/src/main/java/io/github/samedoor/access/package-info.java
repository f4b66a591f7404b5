/* SPDX-License-Identifier: Apache-2.0 */
/** May they: ordered rules over method and path, and the decision about one call. */
@NullMarked
package io.github.samedoor.access;

import org.jspecify.annotations.NullMarked;
