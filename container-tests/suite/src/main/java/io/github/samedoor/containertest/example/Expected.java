/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

/**
 * What a route answers.
 *
 * @param status the HTTP status
 * @param form the body as {@link JsonForm} reads it; empty for no body, {@code "<png>"} for a picture
 */
record Expected(int status, String form) {}
