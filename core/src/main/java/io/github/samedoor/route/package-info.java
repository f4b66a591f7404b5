/* SPDX-License-Identifier: Apache-2.0 */
/** What the application already has: routes, the calls made of them and the answers they give. */
@NullMarked
package io.github.samedoor.route;

import org.jspecify.annotations.NullMarked;
