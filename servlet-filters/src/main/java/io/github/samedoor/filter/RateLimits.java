/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.ratelimit.RateDecision;
import io.github.samedoor.ratelimit.RateLimit;
import io.github.samedoor.ratelimit.RateLimiter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which limits a request falls under.
 *
 * @param limiter counts the calls
 * @param perCaller the limit of each caller, or empty
 * @param perAddress the limit of each address, or empty
 * @param perRoute the limits of routes, for each caller
 */
record RateLimits(
        RateLimiter limiter, Optional<RateLimit> perCaller, Optional<RateLimit> perAddress, List<RouteLimit> perRoute) {
    /**
     * A permit that a request needs.
     *
     * @param limit the limit
     * @param key who is counted
     */
    record Permit(RateLimit limit, String key) {}

    /**
     * A permit that was asked for.
     *
     * @param limit the limit
     * @param decision what came of it
     */
    record Taken(RateLimit limit, RateDecision decision) {}

    /** Lists the permits that a request needs, the address first: a flood shouldn't use up a caller's. */
    List<Permit> neededBy(HttpServletRequest request) {
        List<Permit> needed = new ArrayList<>(2);
        String address = ClientAddress.of(request);
        Optional<String> caller = Authentication.of(request)
                .map(known -> known.caller().id())
                .or(() -> Optional.ofNullable(request.getRemoteUser()));
        perAddress.ifPresent(limit -> needed.add(new Permit(limit, address)));
        perCaller.ifPresent(limit -> caller.ifPresent(id -> needed.add(new Permit(limit, id))));
        if (!perRoute.isEmpty()) {
            String who = caller.map(id -> "caller " + id).orElseGet(() -> "address " + address);
            String path = RequestPath.of(request).orElse("");
            perRoute.stream()
                    .filter(route -> route.calls().matches(request.getMethod(), path))
                    .forEach(route -> needed.add(new Permit(route.limit(), who)));
        }
        return needed;
    }

    /** Takes permits up to the first that is refused; answers that one, or the one with the fewest left. */
    Optional<Taken> take(List<Permit> permits) {
        Optional<Taken> narrowest = Optional.empty();
        for (Permit permit : permits) {
            Taken taken = new Taken(permit.limit(), limiter.take(permit.limit(), permit.key()));
            if (!taken.decision().granted()) {
                return Optional.of(taken);
            }
            if (narrowest.isEmpty()
                    || taken.decision().remaining()
                            <= narrowest.get().decision().remaining()) {
                narrowest = Optional.of(taken);
            }
        }
        return narrowest;
    }
}
