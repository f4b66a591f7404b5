/* SPDX-License-Identifier: Apache-2.0 */
/** What the specification says that messages look like. */
@NullMarked
package io.github.samedoor.schema;

import org.jspecify.annotations.NullMarked;
