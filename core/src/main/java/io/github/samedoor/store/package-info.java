/* SPDX-License-Identifier: Apache-2.0 */
/** Where several nodes keep what they must agree on: the port of shared stores. */
@NullMarked
package io.github.samedoor.store;

import org.jspecify.annotations.NullMarked;
