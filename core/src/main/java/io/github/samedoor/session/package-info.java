/* SPDX-License-Identifier: Apache-2.0 */
/** Logins: access and refresh tokens, their rotation, expiry and revocation. */
@NullMarked
package io.github.samedoor.session;

import org.jspecify.annotations.NullMarked;
