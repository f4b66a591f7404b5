/* SPDX-License-Identifier: Apache-2.0 */
/** What happened: events worth keeping and the port that keeps them. */
@NullMarked
package io.github.samedoor.audit;

import org.jspecify.annotations.NullMarked;
