/* SPDX-License-Identifier: Apache-2.0 */
/** What was issued: tokens and API keys, known only by their SHA-256. */
@NullMarked
package io.github.samedoor.token;

import org.jspecify.annotations.NullMarked;
