/* SPDX-License-Identifier: Apache-2.0 */
/** The {@code samedoor} command: one class a subcommand. */
@NullMarked
package io.github.samedoor.cli;

import org.jspecify.annotations.NullMarked;
