/* SPDX-License-Identifier: Apache-2.0 */
/** Argon2id for the secrets that people choose. */
@NullMarked
package io.github.samedoor.password.argon2;

import org.jspecify.annotations.NullMarked;
