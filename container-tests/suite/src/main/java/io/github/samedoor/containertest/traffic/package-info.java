/* SPDX-License-Identifier: Apache-2.0 */
/** The endpoint under load and after it: many callers at once, routes that don't end, deployments that come and go. */
@NullMarked
package io.github.samedoor.containertest.traffic;

import org.jspecify.annotations.NullMarked;
