/* SPDX-License-Identifier: Apache-2.0 */
/** Real servlet containers for tests: what to deploy, where it runs, and how to talk to it byte by byte. */
@NullMarked
package io.github.samedoor.containertest;

import org.jspecify.annotations.NullMarked;
