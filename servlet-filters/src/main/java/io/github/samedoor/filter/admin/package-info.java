/* SPDX-License-Identifier: Apache-2.0 */
/** What administrators do at run time: tokens, sessions and users, each as a servlet that an application maps and guards. */
@NullMarked
package io.github.samedoor.filter.admin;

import org.jspecify.annotations.NullMarked;
