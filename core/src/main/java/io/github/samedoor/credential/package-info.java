/* SPDX-License-Identifier: Apache-2.0 */
/** What a caller showed: the Authorization header read into a closed set of credentials, and the port that verifies them. */
@NullMarked
package io.github.samedoor.credential;

import org.jspecify.annotations.NullMarked;
