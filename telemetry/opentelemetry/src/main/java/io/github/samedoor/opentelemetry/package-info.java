/* SPDX-License-Identifier: Apache-2.0 */
/** Tool calls as spans of OpenTelemetry. */
@NullMarked
package io.github.samedoor.opentelemetry;

import org.jspecify.annotations.NullMarked;
