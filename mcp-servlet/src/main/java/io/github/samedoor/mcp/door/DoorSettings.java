/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.Place;
import io.github.samedoor.tool.Tool;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The limits of an endpoint's calls and what they carry over from the MCP request.
 *
 * @param answerLimit the most bytes of a route's body that are kept
 * @param timeout how long a route may take before its thread is interrupted
 * @param callsPerCaller how many calls of one caller may be under way
 * @param calls how many calls may be under way in all
 * @param carriedHeaders the names of the header lines that the route sees as the MCP client sent them
 * @param cookies whether the route sees the client's cookies and session, and may set them
 */
public record DoorSettings(
        int answerLimit, Duration timeout, int callsPerCaller, int calls, Set<String> carriedHeaders, boolean cookies) {
    /** The header lines that are carried where the operator names none: the credential and the facts of the request. */
    public static final Set<String> DEFAULT_HEADERS = Set.of(
            "Authorization",
            "X-Tenant-Token",
            "Accept-Language",
            "Host",
            "User-Agent",
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Real-IP",
            "traceparent",
            "tracestate");

    /** The header lines that are carried with cookies: they tell the application's own guards what the browser says. */
    public static final Set<String> COOKIE_HEADERS = Set.of("Cookie", "Origin", "Sec-Fetch-Site");

    /** Keeps a copy and checks the limits. */
    public DoorSettings {
        carriedHeaders = Set.copyOf(carriedHeaders);
        if (answerLimit < 1 || timeout.isNegative() || timeout.isZero() || callsPerCaller < 1 || calls < 1) {
            throw new IllegalArgumentException("The limits of a door are greater than zero");
        }
    }

    /**
     * Returns the settings of an endpoint that sets none: 1 MiB, 30 seconds, 16 calls a caller, 256 in all.
     *
     * @return the defaults
     */
    public static DoorSettings defaults() {
        return new DoorSettings(1 << 20, Duration.ofSeconds(30), 16, 256, DEFAULT_HEADERS, false);
    }

    /** Finds a header parameter of a tool that would stand for a header of the caller's own. */
    Optional<String> carriedNameIn(Tool tool) {
        return tool.parameters().stream()
                .filter(parameter -> parameter.place() == Place.HEADER)
                .map(ParameterBinding::name)
                .filter(name -> !name.equalsIgnoreCase("Accept-Language"))
                .filter(name -> carriedHeaders.stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }
}
