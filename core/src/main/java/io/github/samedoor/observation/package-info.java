/* SPDX-License-Identifier: Apache-2.0 */
/** What is told about tool calls to those who watch them: audit, metrics, traces. */
@NullMarked
package io.github.samedoor.observation;

import org.jspecify.annotations.NullMarked;
