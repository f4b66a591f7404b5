/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.github.samedoor.testkit;

import org.jspecify.annotations.NullMarked;
