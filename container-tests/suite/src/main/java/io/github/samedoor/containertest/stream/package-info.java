/* SPDX-License-Identifier: Apache-2.0 */
/** What outlasts a request: streams of changes, questions during a call, and calls that are cancelled. */
@NullMarked
package io.github.samedoor.containertest.stream;

import org.jspecify.annotations.NullMarked;
