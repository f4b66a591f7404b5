/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.ratelimit;

import java.time.Duration;

/**
 * Whether a call may go on under its limit.
 *
 * @param granted whether it may
 * @param remaining how many more would be granted right now
 * @param retryAfter how long until one is granted again; zero where one is granted now
 */
public record RateDecision(boolean granted, long remaining, Duration retryAfter) {}
