/* SPDX-License-Identifier: Apache-2.0 */
/** Runs the packed example with one command. */
@NullMarked
package io.github.samedoor.example.server;

import org.jspecify.annotations.NullMarked;
