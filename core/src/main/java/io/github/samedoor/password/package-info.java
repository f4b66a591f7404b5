/* SPDX-License-Identifier: Apache-2.0 */
/** Secrets that people choose: users, password hashing and the login itself. */
@NullMarked
package io.github.samedoor.password;

import org.jspecify.annotations.NullMarked;
