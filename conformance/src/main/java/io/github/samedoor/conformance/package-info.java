/* SPDX-License-Identifier: Apache-2.0 */
/** An application that offers every fixture of the official conformance suite, as plain servlets. */
@NullMarked
package io.github.samedoor.conformance;

import org.jspecify.annotations.NullMarked;
